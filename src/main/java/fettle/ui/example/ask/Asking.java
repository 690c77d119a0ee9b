package fettle.ui.example.ask;

import fettle.example.AskModel;
import fettle.example.Candidate;
import fettle.example.Journal;
import fettle.example.Rewrite;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.model.ModelRunner.Loaded;
import fettle.ui.control.Problem;
import fettle.ui.session.Moment;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Candidates on their way: one job for each model, which is got ready once and asked for one candidate after the other.
/// Screen thread.
final class Asking {

    private static final long TICK_MILLIS = 60;

    private final Session session;
    private final AskDesk desk;
    private final Moment tick;
    private final Consumer<Suggestion> arrived;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final List<Job> running = new ArrayList<>();
    private List<Suggestion> asked = List.of();

    /// `arrived` hears of each candidate whose text will not grow any more.
    Asking(Session session, AskDesk desk, Moment.Maker moments, Consumer<Suggestion> arrived) {
        this.session = session;
        this.desk = desk;
        this.tick = moments.of(TICK_MILLIS);
        this.arrived = arrived;
    }

    void start(List<Suggestion> suggestions, Rewrite rewrite, Journal journal) {
        asked = List.copyOf(suggestions);
        busy.set(true);
        var byModel = new LinkedHashMap<String, List<Suggestion>>();
        asked.forEach(one -> byModel.computeIfAbsent(one.model(), _ -> new ArrayList<>()).add(one));
        byModel.forEach((name, group) -> start(name, new Group(group, rewrite, journal)));
        tick.restart(this::catchUp);
    }

    /// What came stays.
    void stop() {
        List.copyOf(running).forEach(Job::cancel);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Candidates of one model.
    private record Group(List<Suggestion> suggestions, Rewrite rewrite, Journal journal) {}

    private void start(String name, Group group) {
        Job[] mine = new Job[1];
        mine[0] = session.work("Ask " + name, progress -> askAll(name, group, progress), outcome -> {
            running.remove(mine[0]);
            for (Suggestion one : group.suggestions()) {
                if (one.isRunning()) {
                    one.catchUp();
                    ended(one, outcome, group);
                }
            }
            busy.set(!running.isEmpty());
        });
        running.add(mine[0]);
    }

    private List<Candidate> askAll(String name, Group group, Progress progress) throws Exception {
        var candidates = new ArrayList<Candidate>();
        try (Loaded loaded = desk.open(name)) {
            for (Suggestion one : group.suggestions()) {
                progress.report(candidates.size(), group.suggestions().size(), "");
                Work<Candidate> work = new AskModel(loaded, group.rewrite(), one.variation(), group.journal(),
                        one::hear);
                Candidate came = work.run(progress);
                one.came(came);
                candidates.add(came);
            }
        }
        return candidates;
    }

    private void catchUp() {
        for (Suggestion one : asked) {
            if (one.isRunning()) {
                one.catchUp();
                one.takeCandidate().ifPresent(candidate -> done(one, candidate));
            }
        }
        if (busy.get()) {
            tick.restart(this::catchUp);
        }
    }

    private void ended(Suggestion one, Outcome<List<Candidate>> outcome, Group group) {
        Optional<Candidate> came = one.takeCandidate();
        if (came.isPresent()) {
            done(one, came.get());
            return;
        }
        switch (outcome) {
            case Outcome.Done<List<Candidate>> _ -> {}
            case Outcome.Failed<List<Candidate>>(var cause) -> one.move(new Suggestion.State.Failed(
                    Problem.of(cause)));
            case Outcome.Stopped<List<Candidate>>() -> {
                one.move(new Suggestion.State.Stopped());
                keep(one, group);
            }
        }
        if (!one.textProperty().get().isBlank()) {
            arrived.accept(one);
        }
    }

    private void done(Suggestion one, Candidate candidate) {
        one.replace(candidate.text());
        one.move(new Suggestion.State.Done(candidate));
        arrived.accept(one);
    }

    /// What came before Stop was paid for, so it is kept raw; it is not taken for an answer later.
    private void keep(Suggestion one, Group group) {
        String text = one.textProperty().get();
        if (!text.isEmpty()) {
            String key = AskModel.key(one.model(), group.rewrite(), one.variation());
            session.read(_ -> {
                group.journal().put(key, new Journal.Entry(text, 0, 0, "stopped", "It was stopped.",
                        System.currentTimeMillis()));
                return key;
            }, _ -> {});
        }
    }
}
