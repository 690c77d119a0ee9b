package fettle.ui.tuning;

import fettle.tuning.TuningEvent;
import fettle.tuning.TuningEvent.CheckpointSaved;
import fettle.tuning.TuningEvent.Started;
import fettle.tuning.TuningEvent.Stepped;
import fettle.tuning.TuningEvent.Validated;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Events as a real tuning would tell them.
final class Told {

    private Told() {}

    /// `steps` of 360, with a spike at 187, validation every 40 steps, best at 160.
    static List<TuningEvent> upTo(int steps) {
        var random = new SplittableRandom(7);
        var events = new ArrayList<TuningEvent>();
        events.add(new Started(360, 963, 241, 81_204, 134_515_008));
        events.add(new Validated(0, 3.74, 0.536));
        for (int step = 1; step <= steps; step++) {
            double loss = 1.15 + 2.5 * Math.exp(-step / 48.0) + (random.nextDouble() - 0.5) * 0.3;
            double value = step == 187 ? 2.24 : loss;
            double rate = step < 12 ? 2e-4 * step / 12 : 1e-4 * (1 + Math.cos(Math.PI * step / 360));
            events.add(new Stepped(step, 360, step / 120.0, value, rate, 0.7 + random.nextDouble() * 0.2
                    + (step == 187 ? 3 : 0), step * 783L, 405 + random.nextDouble() * 14, step * 1.9));
            if (step % 40 == 0) {
                double check = step <= 160 ? 1.52 + 2.2 * Math.exp(-step / 40.0) : 1.53 + (step - 160) * 0.0012;
                events.add(new Validated(step, check, 0.648 - 0.1 * Math.exp(-step / 50.0)));
            }
            if (step % 80 == 0) {
                events.add(new CheckpointSaved(step, "step-" + step));
            }
        }
        return events;
    }

    static Stepped step(int step, double loss) {
        return new Stepped(step, 100, 0, loss, 1e-3, 1, step * 10L, 100, step);
    }
}
