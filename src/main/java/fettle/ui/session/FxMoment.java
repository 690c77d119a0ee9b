package fettle.ui.session;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// A moment by the clock of the screen.
public final class FxMoment implements Moment {

    private final PauseTransition pause;

    public FxMoment(long millis) {
        pause = new PauseTransition(Duration.millis((double) millis));
    }

    @Override
    public void restart(Runnable then) {
        pause.setOnFinished(_ -> then.run());
        pause.playFromStart();
    }

    @Override
    public void cancel() {
        pause.stop();
    }
}
