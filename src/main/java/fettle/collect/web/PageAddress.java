package fettle.collect.web;

import fettle.job.ExpectedException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address of a page in its canonical form: scheme and host in lower case, no usual port, no fragment, no marks of
/// advertising.
///
/// @param host with its port when that is not the usual one
/// @param file path and query, as they are sent
record PageAddress(String scheme, String host, String file) {

    private static final Pattern WEB = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
    private static final Pattern TRACKING = Pattern.compile("(?<=[?&])(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid)=[^&]*&?");
    private static final Pattern SITE_MAP = Pattern.compile("(?i)[^?]*sitemap[^/?]*\\.(xml|txt)(\\.gz)?(\\?.*)?");

    static boolean isWeb(String text) {
        return WEB.matcher(text.strip()).matches();
    }

    /// Throws an [ExpectedException] when `text` is no address of a page.
    static PageAddress of(String text) throws ExpectedException {
        String written = text.strip();
        try {
            URI uri = new URI(escaped(written)).normalize();
            String host = uri.getHost() == null ? ascii(uri.getRawAuthority()) : uri.getHost();
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (host.isEmpty() || !isWeb(written) || uri.getRawUserInfo() != null) {
                throw wrong(written);
            }
            boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String plain = TRACKING.matcher(query).replaceAll("").replaceFirst("[?&]$", "");
            return new PageAddress(scheme, host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort()),
                    path.replaceFirst("^(/\\.\\.)+(?=/)", "") + plain);
        } catch (URISyntaxException | IllegalArgumentException broken) {
            throw wrong(written);
        }
    }

    /// People write spaces and letters that an address may not have.
    private static String escaped(String text) {
        int end = text.indexOf('#');
        return (end < 0 ? text : text.substring(0, end)).replace(" ", "%20").replace("|", "%7C").replace("\"", "%22")
                .replace("[", "%5B").replace("]", "%5D").replace("{", "%7B").replace("}", "%7D").replace("^", "%5E")
                .replace("\\", "/").replace("`", "%60").replace("<", "%3C").replace(">", "%3E");
    }

    private static String ascii(String authority) {
        return authority == null ? "" : IDN.toASCII(authority.replaceFirst(":[0-9]*$", ""));
    }

    private static ExpectedException wrong(String text) {
        return new ExpectedException("bad-address", "“" + text + "” is not the address of a page.",
                "It begins with https:// and names a host.");
    }

    @Override
    public String toString() {
        return scheme + "://" + host + file;
    }

    boolean isSiteMap() {
        return SITE_MAP.matcher(file).matches();
    }

    String site() {
        return scheme + "://" + host;
    }

    /// What the document is known by: host and path, as a person reads them.
    String path() {
        String path = file.replaceFirst("/+$", "");
        try {
            String plain = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean readable = plain.chars().noneMatch(letter -> Character.isISOControl(letter) || letter == 0xFFFD);
            return host + (readable ? plain : path);
        } catch (IllegalArgumentException _) {
            return host + path;
        }
    }

    /// Whether both are of one site, with or without "www.".
    boolean isBeside(PageAddress other) {
        return host.replaceFirst("^www\\.", "").equals(other.host.replaceFirst("^www\\.", ""));
    }
}
