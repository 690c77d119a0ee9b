package fettle.ui.tuning;

import fettle.job.Progress;
import fettle.job.Work;
import fettle.tuning.Tuning;
import fettle.tuning.TuningStore;
import fettle.ui.control.Curve;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A tuning that is looked at.
///
/// @param earlier the losses of the one before, to lie behind
/// @param before the tuning before it
record Shown(Tuning tuning, TuningTrace trace, Optional<Curve> earlier, Optional<Tuning> before) {

    List<Difference> differences() {
        return before.map(earlierOne -> Difference.between(earlierOne, tuning)).orElse(List.of());
    }

    /// Reads the events of a tuning and of the one before it. With a `live` trace only the latter.
    record Read(TuningStore store, Tuning tuning, Optional<Tuning> before, Optional<TuningTrace> live)
            implements
                Work<Shown> {

        @Override
        public Shown run(Progress progress) throws IOException {
            TuningTrace trace = live.isPresent() ? live.get() : TuningTrace.of(store.events(tuning.id()));
            Optional<Curve> earlier = Optional.empty();
            if (before.isPresent()) {
                Curve curve = TuningTrace.behind(before.get().id(), store.events(before.get().id()));
                earlier = curve.size() == 0 ? Optional.empty() : Optional.of(curve);
            }
            return new Shown(tuning, trace, earlier, before);
        }
    }
}
