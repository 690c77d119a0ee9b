package fettle.collect.web;

import fettle.collect.web.PageVisit.Outcome;
import fettle.document.Collector.Collected;
import fettle.document.Document;
import fettle.job.ExpectedException;
import fettle.source.Skipped;
import fettle.source.SourceFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts together what a visit brought: documents, what gave none and why, and what is remembered.
final class PageHarvest {

    private final Set<PageAddress> targets;
    private final List<Document> documents = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<String, PageMemory.Known> memory = new LinkedHashMap<>();
    private final Map<String, PageAddress> byPath = new HashMap<>();
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private final List<String> moved = new ArrayList<>();
    private int came;
    private boolean here; // whether the bytes of a page that was asked for are at hand
    private int cached;
    private long bytes;

    /// `passedOver` was listed and not asked for, with the reasons.
    PageHarvest(Set<PageAddress> targets, Map<String, String> passedOver) {
        this.targets = targets;
        passedOver.forEach((place, reason) -> skipped.add(new Skipped(place, reason)));
    }

    void add(PageAddress page, Outcome outcome) {
        PageMemory.Known known = outcome.known();
        String path = outcome.document().map(Document::path).orElse("");
        PageAddress twin = byPath.get(path);
        if (twin != null) {
            skipped.add(new Skipped(page.toString(), "the same page as " + twin));
            came += targets.contains(page) ? 1 : 0;
            return;
        }
        if (outcome.document().isPresent()) {
            byPath.put(path, page);
            documents.add(outcome.document().get());
            cached += outcome.downloaded() ? 0 : 1;
            bytes += known.bytes();
        }
        if (!known.reason().isEmpty()) {
            String stays = outcome.document().isPresent() ? "; its text from before stays" : "";
            skipped.add(new Skipped(page.toString(), known.reason() + stays));
            reasons.merge(known.reason(), 1, Integer::sum);
        }
        boolean elsewhere = !known.address().isEmpty() && !known.address().equals(page.toString());
        if (elsewhere && outcome.downloaded()) {
            moved.add(page + " sends on to " + known.address() + ".");
        }
        came += targets.contains(page) && outcome.came() ? 1 : 0;
        boolean mistaken = outcome.document().isEmpty() && known.raw().isEmpty() && known.reason().endsWith("(404)");
        if (!mistaken) {
            memory.put(page.toString(), known);
        }
        here |= targets.contains(page) && !known.raw().isEmpty();
    }

    /// Throws an [ExpectedException] when no page that was asked for gave a text.
    Collected collected(String location, boolean offline) throws ExpectedException {
        if (came == 0) {
            throw nothing(offline);
        }
        String licence = documents.stream().map(document -> document.capture().licence()).distinct().count() == 1
                ? documents.getFirst().capture().licence()
                : "";
        String note = moved.size() == 1 ? moved.getFirst() : moved.isEmpty() ? "" : moved.size() + " pages send on.";
        return new Collected(List.copyOf(documents), List.copyOf(skipped),
                new SourceFacts("", "", licence, bytes, note, problem()),
                new PageMemory(PageMemory.NONE.version(), memory).write(), cached);
    }

    /// What went wrong, a short clause.
    private String problem() {
        int count = reasons.values().stream().mapToInt(Integer::intValue).sum();
        if (count == 0) {
            return "";
        }
        String pages = count == 1 ? "1 page was " : count + " pages were ";
        if (reasons.size() > 1) {
            return pages + "not taken";
        }
        String reason = reasons.keySet().iterator().next();
        return switch (reason) {
            case "the page is empty" -> pages + "empty";
            case "behind a paywall" -> pages + "behind a paywall";
            default -> pages + "not taken: " + reason;
        };
    }

    private ExpectedException nothing(boolean offline) {
        List<Skipped> failed = skipped.stream()
                .filter(one -> targets.stream().anyMatch(page -> page.toString().equals(one.path()))).toList();
        String next = offline
                ? "Switch offline off in the settings to allow it."
                : here
                        ? "Choose another part of the page: its whole body, or what a CSS selector names."
                        : "Check the address and the network connection.";
        if (failed.size() == 1) {
            return new ExpectedException("nothing-taken", failed.getFirst().path() + " was not taken: "
                    + failed.getFirst().reason() + ".", next);
        }
        String first = failed.isEmpty()
                ? ""
                : "; the first, " + failed.getFirst().path() + ": "
                        + failed.getFirst().reason();
        return new ExpectedException("nothing-taken", "None of " + targets.size() + " pages was taken" + first + ".",
                next);
    }
}
