package fettle.collect.web;

import fettle.collect.article.ArticlePages;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The pages that a site lists, with the site maps that a site map lists. Read by jsoup, which knows no entities but
/// those of XML.
final class SiteMap {

    private static final int MOST_BYTES = 50_000_000; // "must be no larger than 50MB", also unpacked
    private static final int MOST_MAPS = 100;

    private final Fetcher fetcher;
    private final Progress progress;
    private final Map<PageAddress, Optional<Instant>> pages = new LinkedHashMap<>();
    private final Map<String, String> passedOver = new LinkedHashMap<>();
    private final Deque<PageAddress> waiting = new ArrayDeque<>();

    private SiteMap(Fetcher fetcher, Progress progress) {
        this.fetcher = fetcher;
        this.progress = progress;
    }

    /// What a site lists.
    ///
    /// @param pages with the time of their last change, where it is told
    /// @param passedOver what was not followed, with the reason as a clause
    record Listed(Map<PageAddress, Optional<Instant>> pages, Map<String, String> passedOver) {}

    /// Throws an [ExpectedException] when there is no site map at that address.
    static Listed read(PageAddress address, Fetcher fetcher, Progress progress)
            throws ExpectedException, InterruptedException {
        var map = new SiteMap(fetcher, progress);
        map.waiting.add(address);
        var seen = new HashSet<PageAddress>();
        for (PageAddress at = map.waiting.poll(); at != null; at = map.waiting.poll()) {
            if (seen.add(at)) {
                Optional<String> trouble = seen.size() > MOST_MAPS
                        ? Optional.of("more than " + MOST_MAPS + " site maps")
                        : map.read(at, address);
                if (trouble.isPresent() && at.equals(address)) {
                    throw new ExpectedException("no-site-map", "The site map " + address + " could not be read: "
                            + trouble.get() + ".", "Check the address, or give the addresses of pages.");
                }
                String place = at.toString();
                trouble.ifPresent(reason -> map.passedOver.put(place, reason));
            }
        }
        return new Listed(map.pages, map.passedOver);
    }

    private Optional<String> read(PageAddress at, PageAddress site) throws InterruptedException {
        progress.report(0, 0, at.toString());
        return switch (fetcher.fetch(at, Fetched.Validators.NONE, MOST_BYTES)) {
            case Fetched.Came came -> take(came, site);
            case Fetched.AsBefore() -> Optional.of("the server says nothing");
            case Fetched.Failed(String reason, _) -> Optional.of(reason);
        };
    }

    private Optional<String> take(Fetched.Came came, PageAddress site) {
        try {
            byte[] plain = unpacked(came.bytes());
            if (plain.length > MOST_BYTES) {
                return Optional.of("larger than " + MOST_BYTES / 1_000_000 + " MB when unpacked");
            }
            String text = ArticlePages.decode(plain, came.charset());
            return text.stripLeading().startsWith("<") ? elements(text, site) : lines(text, site);
        } catch (IOException broken) {
            return Optional.of("its compression is broken");
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean packed = bytes.length > 2 && (bytes[0] & 255) == 0x1F && (bytes[1] & 255) == 0x8B;
        if (!packed) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private Optional<String> elements(String text, PageAddress site) {
        Document map = Jsoup.parse(text, Parser.xmlParser());
        for (Element entry : map.select("sitemapindex > sitemap > loc")) {
            add(entry.text(), site, waiting::add);
        }
        for (Element entry : map.select("urlset > url")) {
            Element address = entry.selectFirst("> loc");
            Element changed = entry.selectFirst("> lastmod");
            if (address != null) {
                add(address.text(), site,
                        page -> pages.put(page, changed == null ? Optional.empty() : time(changed.text())));
            }
        }
        boolean known = map.selectFirst("sitemapindex, urlset") != null;
        return known ? Optional.empty() : Optional.of("it is no site map");
    }

    private Optional<String> lines(String text, PageAddress site) {
        text.lines().map(String::strip).filter(PageAddress::isWeb)
                .forEach(line -> add(line, site, page -> pages.put(page, Optional.empty())));
        return pages.isEmpty() ? Optional.of("it is no site map") : Optional.empty();
    }

    private void add(String text, PageAddress site, java.util.function.Consumer<PageAddress> to) {
        try {
            PageAddress address = PageAddress.of(text);
            if (address.isBeside(site)) {
                to.accept(address);
            } else {
                passedOver.put(address.toString(), "a page of another site");
            }
        } catch (ExpectedException _) {
            passedOver.put(text, "not an address");
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            String plain = text.strip();
            return Optional.of(plain.length() <= 10
                    ? LocalDate.parse(plain).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(plain).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
