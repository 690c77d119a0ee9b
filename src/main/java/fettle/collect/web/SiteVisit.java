package fettle.collect.web;

import fettle.collect.web.PageVisit.Outcome;
import fettle.document.Collector.Collected;
import fettle.document.Collector.Visit;
import fettle.job.ExpectedException;
import fettle.job.FanOut;
import fettle.job.Progress;
import fettle.source.Globs;
import fettle.web.Web;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// One visit: which pages are asked for, each host by itself and the hosts at once.
final class SiteVisit {

    private static final int HOSTS_AT_ONCE = 8;
    private static final int MOST_PAGES = 2_000;

    private final Visit visit;
    private final Web web;
    private final Manners manners;
    private final Progress progress;
    private final Robots robots;
    private final PageMemory memory;
    private final Map<String, String> passedOver = new LinkedHashMap<>();
    private final Map<PageAddress, Optional<Instant>> targets = new LinkedHashMap<>();
    private boolean all;

    SiteVisit(Visit visit, Web web, Manners manners, Progress progress) {
        this.visit = visit;
        this.web = web;
        this.manners = manners;
        this.progress = new Orderly(progress);
        this.robots = new Robots(web, manners);
        this.memory = PageMemory.read(visit.memory());
    }

    /// Progress that several threads may tell.
    private record Orderly(Progress progress) implements Progress {

        @Override
        public synchronized void report(long done, long total, String note) {
            progress.report(done, total, note);
        }
    }

    Collected collect() throws IOException, InterruptedException {
        var pages = new PageVisit(visit, memory, manners.clock());
        plan();
        Map<PageAddress, Outcome> outcomes = new ConcurrentHashMap<>();
        var done = new AtomicInteger();
        each(targets.keySet(), (page, fetcher) -> {
            progress.report(done.getAndIncrement(), targets.size(), page.toString());
            outcomes.put(page, visited(page, pages, fetcher));
        });
        var harvest = new PageHarvest(targets.keySet(), passedOver);
        for (PageAddress page : order()) {
            Outcome outcome = outcomes.get(page);
            harvest.add(page, outcome == null ? pages.untouched(page) : outcome);
        }
        return harvest.collected(visit.location(), web.offline());
    }

    private Outcome visited(PageAddress page, PageVisit pages, Fetcher fetcher)
            throws IOException, InterruptedException {
        boolean here = (!all && pages.choiceChanged(page)) || pages.isNewerThan(page, targets.getOrDefault(page,
                Optional.empty()));
        return here ? pages.again(page) : pages.fetch(page, fetcher);
    }

    /// How many pages are new, other or gone.
    int changes() throws IOException, InterruptedException {
        var pages = new PageVisit(visit, memory, manners.clock());
        plan();
        var count = new AtomicInteger();
        if (isSiteMap()) {
            memory.pages().keySet().stream().filter(page -> targets.keySet().stream()
                    .noneMatch(target -> target.toString().equals(page))).forEach(_ -> count.incrementAndGet());
        }
        var done = new AtomicInteger();
        each(targets.keySet(), (page, fetcher) -> {
            progress.report(done.getAndIncrement(), targets.size(), page.toString());
            boolean known = memory.pages().containsKey(page.toString());
            boolean asItWas = known && (pages.isNewerThan(page, targets.getOrDefault(page, Optional.empty()))
                    || !pages.isOther(page, fetcher));
            count.addAndGet(asItWas ? 0 : 1);
        });
        return count.get();
    }

    private boolean isSiteMap() {
        return !visit.location().equals(ArticleCollector.PAGES);
    }

    /// Decides which pages are asked for.
    private void plan() throws IOException, InterruptedException {
        var wanted = new LinkedHashSet<PageAddress>();
        for (String one : visit.wanted()) {
            if (!one.equals(ArticleCollector.PAGES) && !PageAddress.of(one).toString().equals(visit.location())) {
                wanted.add(known(PageAddress.of(one)));
            }
        }
        all = wanted.isEmpty();
        if (!all) {
            wanted.forEach(page -> targets.put(page, Optional.empty()));
        } else if (isSiteMap()) {
            list();
        } else {
            for (String page : memory.pages().keySet()) {
                targets.put(PageAddress.of(page), Optional.empty());
            }
        }
        if (targets.isEmpty()) {
            throw new ExpectedException("empty", isSiteMap()
                    ? "The site map " + visit.location() + " lists no page that is wanted."
                    : "No page has been named yet.", "Give the addresses of pages.");
        }
    }

    /// A page may be named by the address that it sent on to.
    private PageAddress known(PageAddress page) throws ExpectedException {
        for (Map.Entry<String, PageMemory.Known> entry : memory.pages().entrySet()) {
            if (entry.getValue().address().equals(page.toString())) {
                return PageAddress.of(entry.getKey());
            }
        }
        return page;
    }

    private void list() throws IOException, InterruptedException {
        PageAddress map = PageAddress.of(visit.location());
        SiteMap.Listed listed = SiteMap.read(map, new Fetcher(web, manners, robots, progress), progress);
        passedOver.putAll(listed.passedOver());
        Globs globs = Globs.of(visit.settings());
        listed.pages().forEach((page, changed) -> {
            boolean within = globs.takes(page.path())
                    || globs.takes(page.path().substring(Math.min(page.path().length(), page.host().length() + 1)));
            if (!within) {
                passedOver.put(page.toString(), "left out by a pattern");
            } else if (targets.size() >= MOST_PAGES) {
                passedOver.put(page.toString(), "beyond the first " + MOST_PAGES + " pages");
            } else {
                targets.put(page, changed);
            }
        });
    }

    /// All pages that the source has after the visit, those known before first.
    private Set<PageAddress> order() throws ExpectedException {
        var order = new LinkedHashSet<PageAddress>();
        for (String page : memory.pages().keySet()) {
            PageAddress known = PageAddress.of(page);
            if (!all || !isSiteMap() || targets.containsKey(known)) {
                order.add(known);
            }
        }
        order.addAll(targets.keySet());
        return order;
    }

    private interface Action {

        void on(PageAddress page, Fetcher fetcher) throws Exception;
    }

    private void each(Set<PageAddress> pages, Action action) throws IOException, InterruptedException {
        var byHost = new LinkedHashMap<String, List<PageAddress>>();
        pages.forEach(page -> byHost.computeIfAbsent(page.site(), _ -> new ArrayList<>()).add(page));
        try {
            FanOut.each(List.copyOf(byHost.values()), HOSTS_AT_ONCE, host -> {
                var fetcher = new Fetcher(web, manners, robots, progress);
                for (PageAddress page : host) {
                    progress.stopIfCancelled();
                    action.on(page, fetcher);
                }
            });
        } catch (IOException | InterruptedException | RuntimeException known) {
            throw known;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
