package fettle.collect.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import fettle.web.Web;
import fettle.web.WebAnswer;
import fettle.web.WebRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What hosts allow, by their robots.txt, read once a visit (RFC 9309).
final class Robots {

    private static final List<String> NAME = List.of("fettle");
    private static final int MOST_BYTES = 500 * 1024; // "a parsing limit … at least 500 kibibytes"

    private final Web web;
    private final Manners manners;
    private final Map<String, Rules> bySite = new ConcurrentHashMap<>();

    Robots(Web web, Manners manners) {
        this.web = web;
        this.manners = manners;
    }

    /// @param trouble why robots.txt could not be read, as a clause; empty when it could, or there is none
    private record Rules(Optional<BaseRobotRules> rules, String trouble) {}

    /// Why the page may not be read, as a clause; empty when it may.
    Optional<String> refusal(PageAddress address) throws IOException, InterruptedException {
        Rules site = rules(address);
        if (!site.trouble.isEmpty()) {
            return Optional.of(site.trouble);
        }
        return site.rules.isEmpty() || site.rules.get().isAllowed(address.toString())
                ? Optional.empty()
                : Optional.of("robots.txt of " + address.host() + " does not allow it");
    }

    /// How long to wait between two pages there.
    Duration rest(PageAddress address) {
        Rules site = bySite.get(address.site());
        long asked = site == null ? -1 : site.rules.map(BaseRobotRules::getCrawlDelay).orElse(-1L);
        Duration wanted = Duration.ofMillis(Math.max(asked, manners.rest().toMillis()));
        return wanted.compareTo(manners.longestRest()) > 0 ? manners.longestRest() : wanted;
    }

    private Rules rules(PageAddress address) throws IOException, InterruptedException {
        Rules known = bySite.get(address.site());
        if (known == null) {
            String robots = address.site() + "/robots.txt";
            known = web.call(WebRequest.get("read robots.txt", robots), answer -> read(answer, robots));
            bySite.put(address.site(), known);
        }
        return known;
    }

    private static Rules read(WebAnswer answer, String address) throws IOException {
        if (answer.status() >= 500 || answer.status() == 429) {
            // "If the robots.txt file is unreachable due to server … errors, … crawlers MUST assume complete disallow"
            return new Rules(Optional.empty(), "its robots.txt could not be read (" + answer.status() + ")");
        }
        if (!answer.ok()) {
            return new Rules(Optional.empty(), "");
        }
        byte[] content = answer.body().readNBytes(MOST_BYTES);
        var parser = new SimpleRobotRulesParser();
        parser.setMaxCrawlDelay(Long.MAX_VALUE);
        return new Rules(Optional.of(parser.parseContent(address, content, "text/plain", NAME)), "");
    }
}
