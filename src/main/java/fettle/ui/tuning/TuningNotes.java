package fettle.ui.tuning;

import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Started;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads the events of a tuning and writes down what a person should know. Each kind of remark is made sparingly: only the
/// newest best stands, a spike that lasts is told once.
final class TuningNotes {

    private static final int USUAL = 20;
    private static final int FIRST = 3;
    private static final double SPREADS = 4;
    private static final String[] TIMES = {"", "once", "twice", "three times", "four times", "five times"};

    private final List<Note> notes = new ArrayList<>();
    private final double[] recent = new double[USUAL];
    private int seen;
    private double firstSum;
    private double best = Double.POSITIVE_INFINITY;
    private int bestStep = -1;
    private double lastValidation = Double.NaN;
    private int rises;
    /// Near the end of a good tuning the losses are so small that their noise is no news.
    private static final double LEAST_SPIKE = 0.05;
    private int lastSpike = -1;
    private boolean halved;
    private boolean broken;

    /// Newest first.
    List<Note> notes() {
        return notes.reversed();
    }

    /// The lowest validation loss; positive infinity before the first.
    double best() {
        return best;
    }

    /// Where it was; -1 before the first.
    int bestStep() {
        return bestStep;
    }

    /// How often in a row validation rose up to now.
    int rises() {
        return rises;
    }

    void accept(TuningEvent event) {
        switch (event) {
            case Started _ -> {}
            case Stepped stepped -> stepped(stepped);
            case Validated validated -> validated(validated);
            case CheckpointSaved saved -> add(saved.step(), Note.Kind.CHECKPOINT,
                    saved.step() == bestStep ? "Checkpoint kept: the best so far." : "Checkpoint kept.", Double.NaN);
            case Ended ended -> add(lastStep(), Note.Kind.ENDED, ended.message(), Double.NaN);
        }
    }

    private void stepped(Stepped step) {
        double loss = step.loss();
        if (!Double.isFinite(loss)) {
            if (!broken) {
                add(step.step(), Note.Kind.BROKEN, "The loss is not a number. Stop, and try again with half the"
                        + " learning rate.", Double.NaN);
            }
            broken = true;
            return;
        }
        spike(step.step(), loss);
        recent[seen % USUAL] = loss;
        seen++;
        firstSum += seen <= FIRST ? loss : 0;
        if (!halved && seen >= USUAL && mean(10) <= firstSum / FIRST / 2) {
            halved = true;
            add(step.step(), Note.Kind.HALVED, "The loss has halved, from %s.".formatted(number(firstSum / FIRST)),
                    Double.NaN);
        }
    }

    /// A loss far above the last twenty: more than four times their usual distance from the middle.
    private void spike(int step, double loss) {
        if (seen < USUAL) {
            return;
        }
        double middle = median(recent.clone());
        double[] distances = Arrays.stream(recent).map(value -> Math.abs(value - middle)).toArray();
        double spread = Math.max(1.4826 * median(distances), 0.02 * Math.abs(middle));
        double times = (loss - middle) / spread;
        if (times < SPREADS || loss - middle < LEAST_SPIKE) {
            return;
        }
        if (lastSpike < 0 || step - lastSpike > 3) {
            add(step, Note.Kind.SPIKE, "Loss %s, %s times the usual spread above its neighbours.".formatted(
                    number(loss), times > 99 ? "over 99" : String.valueOf(Math.round(times))), loss);
        }
        lastSpike = step;
    }

    private void validated(Validated check) {
        double loss = check.loss();
        if (!Double.isFinite(loss)) {
            add(check.step(), Note.Kind.BROKEN, "The validation loss is not a number.", Double.NaN);
            return;
        }
        if (loss < best) {
            best = loss;
            bestStep = check.step();
            notes.removeIf(note -> note.kind() == Note.Kind.BEST || note.kind() == Note.Kind.ROSE);
            notes.replaceAll(note -> note.kind() == Note.Kind.CHECKPOINT
                    ? new Note(note.step(), note.kind(), "Checkpoint kept.", note.value())
                    : note);
            add(check.step(), Note.Kind.BEST, "Best validation so far: %s.".formatted(number(loss)), loss);
        }
        rises = !Double.isNaN(lastValidation) && loss > lastValidation ? rises + 1 : 0;
        lastValidation = loss;
        if (rises > 0) {
            notes.removeIf(note -> note.kind() == Note.Kind.ROSE);
            add(check.step(), Note.Kind.ROSE, rose(), loss);
        }
    }

    private String rose() {
        String times = rises < TIMES.length ? TIMES[rises] : rises + " times";
        return rises < 3
                ? "Validation rose %s since step %d, where it was %s.".formatted(times, bestStep, number(best))
                : "Validation rose %s in a row. The best was step %d with %s: it learns its rows by heart now."
                        .formatted(
                                times, bestStep, number(best));
    }

    private double mean(int count) {
        double sum = 0;
        for (int back = 1; back <= count; back++) {
            sum += recent[(seen - back) % USUAL];
        }
        return sum / count;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private int lastStep() {
        return notes.stream().mapToInt(Note::step).max().orElse(0);
    }

    private void add(int step, Note.Kind kind, String text, double value) {
        notes.add(new Note(step, kind, text, value));
    }

    static String number(double value) {
        return String.format(Locale.ENGLISH, Math.abs(value) < 0.1 ? "%.3f" : "%.2f", value);
    }
}
