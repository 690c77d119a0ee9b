package fettle.ui.history;

import fettle.example.Route;
import fettle.example.Step;
import fettle.ui.history.HistoryLine.Beginning;
import fettle.ui.history.HistoryLine.Day;
import fettle.ui.history.HistoryLine.Fold;
import fettle.ui.history.HistoryLine.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/// All steps, and how they hang together. Immutable; made away from the screen.
final class HistoryTree {

    static final HistoryTree NONE = new HistoryTree(List.of());

    private final List<Step> steps;
    private final Map<Long, Step> byNumber = new HashMap<>();
    private final Map<Long, List<Step>> children = new HashMap<>();
    private final Map<Long, Integer> sizes = new HashMap<>();
    private final long head;

    /// `steps` oldest first.
    HistoryTree(List<Step> steps) {
        this.steps = List.copyOf(steps);
        long newestDone = 0;
        for (Step step : this.steps) {
            byNumber.put(step.number(), step);
            children.computeIfAbsent(step.parent(), _ -> new ArrayList<>()).add(step);
            newestDone = step.done() ? step.number() : newestDone;
        }
        head = newestDone;
        for (Step step : this.steps.reversed()) { // children stand behind their parents
            sizes.merge(step.number(), 1, Integer::sum);
            sizes.merge(step.parent(), sizes.getOrDefault(step.number(), 1), Integer::sum);
        }
    }

    /// The step that the project stands just after; 0 at the beginning.
    long head() {
        return head;
    }

    int size() {
        return steps.size();
    }

    Optional<Step> step(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /// How many steps are done.
    long done() {
        return steps.stream().filter(Step::done).count();
    }

    /// How many steps are on the way that undo and redo take.
    long onTheWay() {
        return steps.stream().filter(step -> step.state() != Step.State.BRANCH).count();
    }

    /// The way from where the project stands.
    Route routeTo(long number) {
        LongUnaryOperator parent = at -> {
            Step step = byNumber.get(at);
            return step == null ? 0 : step.parent();
        };
        return Route.between(head, number, parent);
    }

    /// The heads of the branches that a step lies in, so that it can be seen when they are open.
    Set<Long> foldsAround(long number) {
        var folds = new HashSet<Long>();
        for (Optional<Step> at = step(number); at.isPresent(); at = step(at.get().parent())) {
            Step step = at.get();
            if (step.state() == Step.State.BRANCH && !goesOn(step)) {
                folds.add(step.number());
            }
        }
        return folds;
    }

    /// Whether a step goes on the line of its parent, instead of leaving it.
    private boolean goesOn(Step step) {
        return next(step.parent()).map(next -> next.number() == step.number()).orElse(false);
    }

    /// The step that goes on a line: on the project's own way the one that is done or can be done again; on a branch the
    /// newest.
    private Optional<Step> next(long number) {
        List<Step> next = children.getOrDefault(number, List.of());
        Optional<Step> onWay = next.stream().filter(step -> step.state() != Step.State.BRANCH).findFirst();
        boolean branch = step(number).map(step -> step.state() == Step.State.BRANCH).orElse(false);
        return onWay.isPresent() || !branch || next.isEmpty() ? onWay : Optional.of(next.getLast());
    }

    /// All lines, newest first, by day; branches whose root is in `open` with their steps.
    List<HistoryLine> lines(Set<Long> open, ZoneId zone) {
        var lines = new ArrayList<HistoryLine>();
        if (!steps.isEmpty()) {
            chain(0, false, Optional.empty(), new Listing(lines, open, zone));
            lines.add(new Beginning(head == 0));
        }
        return lines;
    }

    /// The steps with all of these words in their sentence, newest first, by day.
    List<HistoryLine> matching(String words, ZoneId zone) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        var lines = new ArrayList<HistoryLine>();
        var listing = new Listing(lines, Set.of(), zone);
        for (Step step : steps.reversed()) {
            String sentence = step.sentence().toLowerCase(Locale.ROOT);
            if (wanted.stream().allMatch(sentence::contains)) {
                listing.day(step);
                lines.add(new Mark(step, 0, false, false, false, step.number() == head));
            }
        }
        return lines;
    }

    private static final class Listing {

        private final List<HistoryLine> lines;
        private final Set<Long> open;
        private final ZoneId zone;
        private LocalDate day = LocalDate.MAX;

        Listing(List<HistoryLine> lines, Set<Long> open, ZoneId zone) {
            this.lines = lines;
            this.open = open;
            this.zone = zone;
        }

        void day(Step step) {
            LocalDate made = Instant.ofEpochMilli(step.atMillis()).atZone(zone).toLocalDate();
            if (!made.equals(day)) {
                day = made;
                lines.add(new Day(made));
            }
        }
    }

    /// A line of steps, newest first, each with the branches that leave it above it. `root` is the first of a branch;
    /// without one it is the project's own way.
    private void chain(int depth, boolean beside, Optional<Step> root, Listing listing) {
        var line = new ArrayList<Step>();
        for (Optional<Step> at = root.isPresent() ? root : next(0); at.isPresent(); at = next(at.get().number())) {
            line.add(at.get());
        }
        for (int index = line.size() - 1; index >= 0; index--) {
            Step step = line.get(index);
            if (depth == 0) {
                listing.day(step);
            }
            boolean done = depth == 0 ? index + 1 < line.size() && line.get(index + 1).done() : beside;
            branches(step.number(), depth, done, listing);
            listing.lines.add(new Mark(step, depth, beside, index == line.size() - 1, index == 0 && depth > 0,
                    step.number() == head));
        }
        if (depth == 0) {
            branches(0, 0, !line.isEmpty() && line.getFirst().done(), listing);
        }
    }

    private void branches(long from, int depth, boolean beside, Listing listing) {
        long goesOn = next(from).map(Step::number).orElse(0L);
        for (Step step : children.getOrDefault(from, List.of()).reversed()) {
            if (step.number() != goesOn) {
                boolean open = listing.open.contains(step.number());
                listing.lines.add(new Fold(step.number(), sizes.getOrDefault(step.number(), 1), depth + 1, beside,
                        open));
                if (open) {
                    chain(depth + 1, beside, Optional.of(step), listing);
                }
            }
        }
    }
}
