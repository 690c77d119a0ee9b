package fettle.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The screen thread for tests that draw without a stage.
public final class Toolkit {

    private Toolkit() {}

    /// Runs on the screen thread and returns what it made, within a minute.
    public static <T> T on(Callable<T> made) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.MINUTES.toMillis(1), made);
    }
}
