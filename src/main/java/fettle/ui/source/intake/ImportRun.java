package fettle.ui.source.intake;

import fettle.example.ImportExamples;
import fettle.example.Receipt;
import fettle.job.Job;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import fettle.ui.source.intake.ImportWork.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One import: its start, its end, and the way back.
public final class ImportRun {

    /// Hears what has just happened, to say it in passing.
    public interface Told {

        /// Rows came in. `undo` takes all of them out again, `show` goes where they are.
        void imported(String sentence, Runnable undo, Runnable show);

        /// Refused rows were written.
        void exported(int rows, Path target);
    }

    /// Hears how the import ends.
    interface Ended {

        void over();

        /// It was stopped after so many examples. Returns whether the person is asked what becomes of them; else they stay.
        boolean asks(int came);
    }

    private final Session session;
    private final ImportWork work;
    private final Told told;
    private Optional<ImportExamples> last = Optional.empty();

    ImportRun(Session session, ImportWork work, Told told) {
        this.session = session;
        this.work = work;
        this.told = told;
    }

    Told told() {
        return told;
    }

    /// Starts it.
    Job start(Project project, List<Choice> choices, Ended ended) {
        ImportExamples what = work.bringIn(project, choices);
        last = Optional.of(what);
        return session.work("Import " + name(choices), what, outcome -> {
            switch (outcome) {
                case Outcome.Done<Receipt>(var receipt) -> {
                    ended.over();
                    tell("Imported", receipt, " from " + name(choices), what);
                }
                case Outcome.Failed<Receipt>(var cause) -> {
                    ended.over();
                    session.tell(cause);
                }
                case Outcome.Stopped<Receipt>() -> stopped(what, ended);
            }
        });
    }

    /// After a stop: what came stays, or is taken out.
    void settle(boolean keep) {
        last.ifPresent(what -> {
            if (keep) {
                what.receipt().ifPresent(receipt -> tell("Stopped. Kept", receipt, "", what));
            } else {
                drop(what, "Drop what was imported");
            }
        });
    }

    private void stopped(ImportExamples what, Ended ended) {
        int came = what.receipt().map(Receipt::examples).orElse(0);
        if (came == 0) {
            ended.over();
        } else if (!ended.asks(came)) {
            settle(true);
        }
    }

    private void tell(String did, Receipt receipt, String from, ImportExamples what) {
        String refused = receipt.refused() == 0
                ? ""
                : " " + Words.count(receipt.refused(), "row was", "rows were") + " refused.";
        told.imported(did + " " + Words.count(receipt.examples(), "example", "examples") + from + "." + refused,
                () -> drop(what, "Undo the import"), () -> session.goTo(Place.EXAMPLES));
    }

    private void drop(ImportExamples what, String title) {
        session.work(title, _ -> {
            what.drop();
            return what;
        }, outcome -> {
            if (outcome instanceof Outcome.Failed<ImportExamples>(var cause)) {
                session.tell(cause);
            }
        });
    }

    private static String name(List<Choice> choices) {
        Path first = choices.getFirst().file();
        return choices.size() == 1
                ? Optional.ofNullable(first.getFileName()).orElse(first).toString()
                : choices.size() + " files";
    }
}
