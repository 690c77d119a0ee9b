package fettle.collect.git;

import fettle.job.ExpectedException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A repository as git finds it.
///
/// @param place an address, or an absolute path on this disk
/// @param ref branch, tag or commit; empty for the one that the repository itself points to
record GitAddress(String place, String ref) {

    private static final Pattern NAMED = Pattern.compile("(?i:git:)(?!//)(?<place>.+)");
    private static final Pattern PAGE = Pattern.compile("(?i)https?://[^\\s?#]+\\.git/?([@#].*)?");
    private static final Pattern WITH_REF = Pattern
            .compile("(?<place>[^#]+?)(?:#(?<hash>.+)|(?<=\\.git/?)@(?<at>[^@]+))?");
    private static final Pattern REF = Pattern
            .compile("(?!-)(?!.*(\\.\\.|//|@\\{))[^\\s\\x00-\\x20\\x7f~^:?*\\[\\\\]{0,250}");

    /// Whether it is written as a repository.
    static boolean fits(String written) {
        String text = written.strip();
        return NAMED.matcher(text).matches() || PAGE.matcher(text).matches() || text.matches("(?i)(git|ssh)://.*")
                || text.matches("[\\w.-]+@[\\w.-]+:.+");
    }

    static GitAddress read(String written) throws ExpectedException {
        Matcher named = NAMED.matcher(written.strip());
        String text = named.matches() ? named.group("place") : written.strip();
        Matcher parts = WITH_REF.matcher(text);
        if (!parts.matches()) {
            throw bad("There is no address in “" + written + "”.");
        }
        String ref = Optional.ofNullable(parts.group("hash")).orElse(Optional.ofNullable(parts.group("at")).orElse(""));
        if (!REF.matcher(ref).matches()) {
            throw new ExpectedException("bad-ref", "“" + ref + "” is not a branch, tag or commit that git can have.",
                    "Write git:ADDRESS#main, for example.");
        }
        return new GitAddress(place(parts.group("place")), ref);
    }

    private static String place(String text) throws ExpectedException {
        if (text.matches("(?i)https?://.*")) {
            return web(text);
        }
        if (text.matches("(?i)file:.*")) {
            return disk(URI.create(text.replace(" ", "%20")).getPath());
        }
        if (text.matches("(?i)[a-z][a-z0-9+.-]+://.*") || text.matches("[\\w.-]+@[\\w.-]+:.+")) {
            throw new ExpectedException("bad-address",
                    "Fettle fetches repositories over https, not over ssh or git's own port.",
                    "Give the https:// address of the repository, or a checkout of it on this disk.");
        }
        return disk(text);
    }

    private static String web(String text) throws ExpectedException {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null) {
                throw bad("There is no host in “" + text + "”.");
            }
            if (uri.getUserInfo() != null) {
                throw new ExpectedException("bad-address",
                        "The address of the repository at " + uri.getHost() + " holds a name or a password.",
                        "Leave it out, since the project would show it; keep a token with: fettle key set "
                                + uri.getHost());
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("/+$", "");
            return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port
                    + path;
        } catch (IllegalArgumentException broken) {
            throw bad("“" + text + "” is no web address.");
        }
    }

    private static String disk(String text) throws ExpectedException {
        try {
            return Path.of(text).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException broken) {
            throw bad("“" + text + "” is no path.");
        }
    }

    private static ExpectedException bad(String what) {
        return new ExpectedException("bad-address", what,
                "Write git:https://HOST/PATH.git or git:/PATH/OF/A/CHECKOUT.");
    }

    boolean onDisk() {
        return !place.startsWith("http://") && !place.startsWith("https://");
    }

    /// The host, with its port when that is not the usual one; empty for a path.
    String host() {
        if (onDisk()) {
            return "";
        }
        URI uri = URI.create(place);
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// What the source is known by.
    String canonical() {
        return "git:" + place + (ref.isEmpty() ? "" : "#" + ref);
    }

    /// What a browser opens for a file of a commit, as the kinds of hosts have it; for an unknown one the repository.
    String page(String commit, String path) {
        if (onDisk()) {
            return "";
        }
        String home = place.replaceFirst("\\.git$", "");
        String host = host();
        String file = path.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
        if (host.contains("gitlab")) {
            return home + "/-/blob/" + commit + "/" + file;
        }
        if (host.equals("github.com")) {
            return home + "/blob/" + commit + "/" + file;
        }
        if (host.equals("bitbucket.org")) {
            return home + "/src/" + commit + "/" + file;
        }
        boolean gitea = host.contains("gitea") || host.contains("forgejo") || host.equals("codeberg.org");
        return gitea ? home + "/src/commit/" + commit + "/" + file : home;
    }
}
