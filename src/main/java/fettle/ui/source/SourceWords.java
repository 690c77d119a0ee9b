package fettle.ui.source;

import fettle.document.DocumentStore.Entry;
import fettle.source.Source;
import fettle.source.SourceFacts;
import fettle.ui.session.Words;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sources in words: their names, what is said below them, when they were read.
final class SourceWords {

    /// The location of the pages that were named one by one.
    static final String ARTICLES = "articles";

    private static final int SHORT_REVISION = 7;
    private static final Pattern GITHUB = Pattern.compile("github:([^@]+?)(?:@(.+))?");
    private static final Pattern HOST = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+).*");

    private SourceWords() {}

    /// "near/NEPs", "12 articles", "support_faq.csv".
    static String title(Source source) {
        return source.kind() == Source.Kind.ARTICLES && source.location().equals(ARTICLES)
                ? Words.count(source.taken(), "article", "articles")
                : title(source.kind(), source.location());
    }

    /// The same, with a repository's name as its owner writes it, which its pages show.
    static String title(Source source, List<Entry> entries) {
        return source.kind() == Source.Kind.GITHUB
                ? repository(entries).map(page -> page.replaceFirst(".*/([^/]+/[^/]+)$", "$1"))
                        .filter(name -> name.equalsIgnoreCase(title(source))).orElseGet(() -> title(source))
                : title(source);
    }

    /// The same for a place that has not been read yet.
    static String title(Source.Kind kind, String location) {
        return switch (kind) {
            case GITHUB -> github(location).map(found -> found.group(1)).orElse(location);
            case GIT -> lastPart(location).replaceFirst("(?<=.)\\.git$", "");
            case ARTICLES -> location.equals(ARTICLES) ? "Articles" : host(location);
            case FOLDER, EXAMPLES -> lastPart(location);
        };
    }

    /// What stands below the name: "master @ 4f1c09e", "docs.near.org and 3 more", "Rust, 38 files".
    ///
    /// @param entries its documents
    static String detail(Source source, List<Entry> entries) {
        String known = switch (source.kind()) {
            case GITHUB, GIT -> revision(source);
            case ARTICLES -> hosts(source, entries);
            case FOLDER -> languages(entries);
            case EXAMPLES -> "";
        };
        return known.isEmpty() ? source.location() : known;
    }

    private static String revision(Source source) {
        SourceFacts facts = source.facts();
        String branch = facts.branch().isEmpty()
                ? github(source.location()).map(found -> found.group(2)).map(String::valueOf).orElse("null")
                : facts.branch();
        String commit = shortRevision(facts);
        return commit.isEmpty() ? "" : branch.equals("null") ? commit : branch + " @ " + commit;
    }

    static String shortRevision(SourceFacts facts) {
        String revision = facts.revision();
        return revision.substring(0, Math.min(SHORT_REVISION, revision.length()));
    }

    private static String hosts(Source source, List<Entry> entries) {
        Map<String, Integer> hosts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String address = entry.capture().address();
            hosts.merge(host(address.isEmpty() ? entry.path() : address), 1, Integer::sum);
        }
        if (hosts.isEmpty()) {
            return source.location().equals(ARTICLES) ? "no page yet" : source.location();
        }
        String first = most(hosts);
        return hosts.size() == 1 ? first : first + " and " + Words.number(hosts.size() - 1L) + " more";
    }

    private static String languages(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        Map<String, Integer> languages = new LinkedHashMap<>();
        entries.forEach(entry -> languages.merge(language(entry), 1, Integer::sum));
        String first = most(languages);
        boolean mixed = languages.getOrDefault(first, 0) * 3 < entries.size() * 2;
        return (mixed ? first + " and others, " : first + ", ") + Words.count(entries.size(), "file", "files");
    }

    private static String language(Entry entry) {
        return switch (entry.kind()) {
            case MARKDOWN -> "Markdown";
            case HTML -> "HTML";
            case TEXT -> "text";
            case CODE -> entry.language().isEmpty() ? "code" : capital(entry.language());
        };
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue)).map(Map.Entry::getKey)
                .orElse("");
    }

    /// "65 documents", "211 examples".
    static String taken(Source source) {
        return source.kind() == Source.Kind.EXAMPLES
                ? Words.count(source.taken(), "example", "examples")
                : Words.count(source.taken(), "document", "documents");
    }

    /// "fetched today 09:12", "3 files changed since".
    static String when(Source source, Activity activity) {
        if (activity instanceof Activity.Looked(int changes, _) && changes > 0) {
            return switch (source.kind()) {
                case GITHUB, GIT, FOLDER -> Words.count(changes, "file", "files") + " changed since";
                case ARTICLES -> Words.count(changes, "page", "pages") + " changed since";
                case EXAMPLES -> "the file changed since";
            };
        }
        String did = switch (source.kind()) {
            case GITHUB, GIT, ARTICLES -> "fetched ";
            case FOLDER -> "read ";
            case EXAMPLES -> "imported ";
        };
        return source.readMillis() == 0 ? "" : did + Words.when(source.readMillis());
    }

    /// What a browser or the file manager opens for it; empty when there is nothing.
    static Optional<String> opens(Source source, List<Entry> entries) {
        return switch (source.kind()) {
            case FOLDER, EXAMPLES -> Optional.of(source.location());
            case GITHUB -> repository(entries).or(() -> github(source.location())
                    .map(found -> "https://github.com/" + found.group(1)));
            case GIT -> Optional.of(source.location().replaceFirst("^git:", "")).filter(SourceWords::isWeb);
            case ARTICLES -> Optional.of(source.location()).filter(SourceWords::isWeb);
        };
    }

    /// The repository's own page, from the page of one of its files: an Enterprise host has another address.
    private static Optional<String> repository(List<Entry> entries) {
        return entries.stream().map(entry -> entry.capture().address()).filter(SourceWords::isWeb)
                .filter(address -> address.contains("/blob/"))
                .map(address -> address.substring(0, address.indexOf("/blob/"))).findFirst();
    }

    /// Whether reading such a place goes over the network, and past this machine.
    static boolean leaves(Source.Kind kind, String location) {
        return switch (kind) {
            case FOLDER, EXAMPLES -> false;
            case GITHUB -> true;
            case GIT, ARTICLES -> !isLoopback(host(location.replaceFirst("^git:", "")))
                    && !location.replaceFirst("^git:", "").matches("(/|file:|[A-Za-z]:).*");
        };
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    static boolean isWeb(String address) {
        return address.matches("(?i)https?://.+");
    }

    static String host(String address) {
        Matcher found = HOST.matcher(address);
        return found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : address;
    }

    /// A page in a list: its host and path without the protocol.
    static String page(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() == null ? address : uri.getHost() + (uri.getRawPath() == null ? "" : uri.getRawPath());
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    /// "1.4 MB", "812 bytes".
    static String size(long bytes) {
        if (bytes < 1000) {
            return Words.count(bytes, "byte", "bytes");
        }
        return bytes < 999_500
                ? Math.round(bytes / 1e3) + " KB"
                : bytes < 999_500_000
                        ? String.format(Locale.ENGLISH, "%.1f MB", bytes / 1e6)
                        : String.format(Locale.ENGLISH, "%.1f GB", bytes / 1e9);
    }

    static String capital(String clause) {
        return clause.isEmpty() ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    private static Optional<Matcher> github(String location) {
        return Optional.of(GITHUB.matcher(location)).filter(Matcher::matches);
    }

    private static String lastPart(String location) {
        String whole = location.replaceFirst("[/\\\\]+$", "");
        int slash = Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\'));
        return slash < 0 || slash == whole.length() - 1 ? location : whole.substring(slash + 1);
    }
}
