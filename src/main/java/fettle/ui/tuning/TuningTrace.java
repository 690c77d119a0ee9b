package fettle.ui.tuning;

import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Ended;
import fettle.tuning.TuningEvent.Started;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import fettle.ui.control.Curve;
import fettle.ui.control.LossChart.Callout;
import fettle.ui.control.LossChart.Tone;
import fettle.ui.control.LossData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that a tuning has said so far, as its screen needs it. Grows event by event; used by one thread at a time.
final class TuningTrace {

    private final Curve train;
    private final Curve validation = new Curve("validation", Curve.Kind.VALIDATION);
    private final Curve accuracy = new Curve("accuracy", Curve.Kind.VALIDATION);
    private final Curve rate = new Curve("learning rate", Curve.Kind.TRAIN);
    private final Curve gradient = new Curve("gradient norm", Curve.Kind.TRAIN);
    private final Curve speed = new Curve("tokens/s", Curve.Kind.TRAIN);
    private final List<Double> checkpoints = new ArrayList<>();
    private final TuningNotes notes = new TuningNotes();
    private Optional<Started> started = Optional.empty();
    private Optional<Stepped> latest = Optional.empty();
    private Optional<Ended> ended = Optional.empty();

    TuningTrace() {
        this("train", Curve.Kind.TRAIN);
    }

    private TuningTrace(String name, Curve.Kind kind) {
        train = new Curve(name, kind);
    }

    static TuningTrace of(List<TuningEvent> events) {
        var trace = new TuningTrace();
        events.forEach(trace::accept);
        return trace;
    }

    /// The train losses of another tuning, to lie behind.
    static Curve behind(String name, List<TuningEvent> events) {
        var trace = new TuningTrace(name, Curve.Kind.EARLIER);
        events.forEach(trace::accept);
        return trace.train;
    }

    void accept(TuningEvent event) {
        notes.accept(event);
        switch (event) {
            case Started start -> started = Optional.of(start);
            case Stepped step -> stepped(step);
            case Validated check -> validated(check);
            case CheckpointSaved saved -> checkpoints.add((double) saved.step());
            case Ended end -> ended = Optional.of(end);
        }
    }

    private void stepped(Stepped step) {
        latest = Optional.of(step);
        ended = Optional.empty();
        double tokens = (double) step.tokens();
        train.add(step.step(), tokens, step.seconds(), step.loss());
        rate.add(step.step(), tokens, step.seconds(), step.learningRate());
        gradient.add(step.step(), tokens, step.seconds(), step.gradNorm());
        speed.add(step.step(), tokens, step.seconds(), step.tokensPerSecond());
    }

    private void validated(Validated check) {
        double tokens = train.placeOf(check.step(), Curve.Axis.TOKENS);
        double seconds = train.placeOf(check.step(), Curve.Axis.TIME);
        if (train.size() == 0) {
            tokens = 0;
            seconds = 0;
        }
        validation.add(check.step(), tokens, seconds, check.loss());
        accuracy.add(check.step(), tokens, seconds, check.tokenAccuracy());
    }

    /// What the chart shows; `earlier` lies behind.
    LossData chart(Optional<Curve> earlier) {
        var curves = new ArrayList<Curve>(List.of(train, validation));
        earlier.ifPresent(curves::add);
        var callouts = new ArrayList<Callout>();
        boolean rose = notes.rises() > 0 && notes.bestStep() >= 0;
        if (validation.size() > 1 && notes.bestStep() >= 0) {
            callouts.add(new Callout(notes.bestStep(), Double.NaN,
                    "Best validation so far: " + TuningNotes.number(notes.best()), Tone.SECOND));
        }
        notes.notes().stream().filter(note -> note.kind() == Note.Kind.SPIKE).limit(2)
                .forEach(note -> callouts.add(new Callout(note.step(), note.value(), "Spike at " + note.step(),
                        Tone.BAD)));
        return new LossData(curves, List.copyOf(checkpoints), callouts, totalSteps(),
                rose ? notes.bestStep() : Double.NaN);
    }

    Curve train() {
        return train;
    }

    Curve validation() {
        return validation;
    }

    Curve accuracy() {
        return accuracy;
    }

    Curve rate() {
        return rate;
    }

    Curve gradient() {
        return gradient;
    }

    Curve speed() {
        return speed;
    }

    TuningNotes notes() {
        return notes;
    }

    Optional<Started> started() {
        return started;
    }

    Optional<Stepped> latest() {
        return latest;
    }

    Optional<Ended> ended() {
        return ended;
    }

    /// Steps in all; 0 while not known.
    int totalSteps() {
        return latest.map(Stepped::totalSteps).or(() -> started.map(Started::totalSteps)).orElse(0);
    }
}
