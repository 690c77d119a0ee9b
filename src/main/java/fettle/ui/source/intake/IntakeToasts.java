package fettle.ui.source.intake;

import fettle.ui.control.Overlay;
import fettle.ui.session.Words;
import java.nio.file.Path;
import java.util.List;

/// Says at the lower right what an import did, with the way back and the way on.
public final class IntakeToasts implements ImportRun.Told {

    private final Overlay overlay;

    public IntakeToasts(Overlay overlay) {
        this.overlay = overlay;
    }

    @Override
    public void imported(String sentence, Runnable undo, Runnable show) {
        overlay.toast(sentence, List.of(new Overlay.Act("Undo", undo), new Overlay.Act("Show examples", show)));
    }

    @Override
    public void exported(int rows, Path target) {
        overlay.toast(rows == 0
                ? "No row is refused; no file was written."
                : "Wrote " + Words.count(rows, "refused row", "refused rows") + " to " + target.getFileName() + ".", "",
                () -> {});
    }
}
