package fettle.ui.tuning;

import fettle.tuning.Tuning;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.feather.Feather;

/// The recipe of a tuning, to read and to take over.
final class RecipeSheet {

    private RecipeSheet() {}

    static void show(Tuning tuning, TuningViewModel model, Overlay overlay) {
        var grid = new GridPane(20, 6);
        Setting[] settings = Setting.values();
        int half = (settings.length + 1) / 2;
        for (int index = 0; index < settings.length; index++) {
            int column = index / half * 2;
            grid.add(Labels.whole(settings[index].words(), "t-soft"), column, index % half);
            grid.add(Labels.whole(settings[index].of(tuning.recipe()), "t-mono"), column + 1, index % half);
        }
        Button again = Buttons.primary("tune-again", "Use it again", Feather.COPY, () -> {
            overlay.close();
            model.again(tuning);
        });
        again.setDisable(model.running());
        overlay.showDialog(Dialog.of("Recipe of " + tuning.id(), grid, "Opens the form with these values.", overlay,
                again), () -> {});
    }
}
