package fettle.collect.github;

import fettle.job.ExpectedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A repository as a person writes it.
///
/// @param owner as written
/// @param repo as written, without `.git`
/// @param ref branch, tag or commit; empty for the default branch
/// @param below a folder or file of it; empty for all
record GitHubAddress(String owner, String repo, String ref, String below) {

    private static final String NAMES = "(?<owner>[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99}))/(?<repo>[A-Za-z0-9._-]{1,100}?)";
    private static final Pattern SHORT = Pattern
            .compile("(?i:github:/{0,2})" + NAMES + "(?:\\.git)?/?(?:@(?<ref>[^:]*))?(?::(?<below>.*))?");
    private static final Pattern BARE = Pattern.compile(NAMES + "(?:\\.git)?(?:@(?<ref>[^:]+))?(?::(?<below>.*))?");
    private static final Pattern SECURE_SHELL = Pattern.compile("(?:ssh://)?git@(?<host>[^/:]+)[:/]" + NAMES
            + "(?:\\.git)?/?");
    private static final Pattern PAGE = Pattern.compile("(?i:https?)://(?<host>[^/@]+)/" + NAMES
            + "(?:\\.git)?/?(?:/(?:tree|blob)/(?<ref>[^/?#]+)(?:/(?<below>[^?#]*))?)?(?:[?#].*)?");
    private static final Pattern REF = Pattern
            .compile("(?!-)(?!.*(\\.\\.|//|@\\{))[^\\s\\x00-\\x20\\x7f~^:?*\\[\\\\]{0,250}");

    /// Reads an address; empty when it is none of a repository at github.com, or at `host` of an Enterprise server.
    static Optional<GitHubAddress> read(String written, String host) {
        String text = written.strip();
        for (Pattern form : new Pattern[]{SHORT, SECURE_SHELL, PAGE, BARE}) {
            Matcher matcher = form.matcher(text);
            boolean fits = matcher.matches() && (form != BARE || !onDisk(text));
            if (fits && hostFits(form, matcher, host) && !matcher.group("repo").matches("\\.{1,2}|\\.git")) {
                return Optional.of(new GitHubAddress(matcher.group("owner"), matcher.group("repo"),
                        group(form, matcher, "ref"), folder(group(form, matcher, "below"))));
            }
        }
        return Optional.empty();
    }

    private static boolean hostFits(Pattern form, Matcher matcher, String host) {
        if (form != PAGE && form != SECURE_SHELL) {
            return true;
        }
        String written = matcher.group("host").toLowerCase(Locale.ROOT);
        return written.equals(host) || written.equals("github.com") || written.equals("www.github.com");
    }

    private static boolean onDisk(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static String group(Pattern form, Matcher matcher, String name) {
        String found = form.namedGroups().containsKey(name) ? matcher.group(name) : null;
        return found == null ? "" : found;
    }

    private static String folder(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8).replaceFirst("/+$", "");
        } catch (IllegalArgumentException _) {
            return written.replaceFirst("/+$", "");
        }
    }

    /// Throws when the ref is none that git can have.
    GitHubAddress checked() throws ExpectedException {
        if (!REF.matcher(ref).matches()) {
            throw new ExpectedException("bad-ref", "“" + ref + "” is not a branch, tag or commit that git can have.",
                    "Write github:owner/repo@main, for example.");
        }
        return this;
    }

    /// What the source is known by, however it is written. A folder stands after a colon, as git itself writes it; no ref
    /// can have one.
    String canonical() {
        String name = (owner + "/" + repo).toLowerCase(Locale.ROOT);
        return "github:" + name + (ref.isEmpty() ? "" : "@" + ref) + (below.isEmpty() ? "" : ":" + below);
    }

    /// Whether it is written as a folder would be, too.
    static boolean isBare(String written) {
        return BARE.matcher(written.strip()).matches();
    }

    /// Such as "owner/repo".
    String name() {
        return owner + "/" + repo;
    }
}
