package fettle.ui.dataset;

import fettle.dataset.SplitSettings;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Segmented;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// How the rows shall be divided.
final class SplitDialog {

    private final DatasetViewModel model;
    private final Overlay overlay;
    private final TextField share = new TextField();
    private final TextField seed = new TextField();
    private final SimpleObjectProperty<SplitSettings.Group> group;

    SplitDialog(DatasetViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        SplitSettings now = model.settingsProperty().get();
        share.setText(String.valueOf(Math.round(now.validation() * 100)));
        share.setId("split-share");
        seed.setText(String.valueOf(now.seed()));
        seed.setId("split-seed");
        group = new SimpleObjectProperty<>(now.group());
    }

    void show() {
        var grid = new GridPane(14, 10);
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(150), wide);
        var together = new Segmented<>("split-group", List.of(SplitSettings.Group.NONE, SplitSettings.Group.SOURCE),
                choice -> choice == SplitSettings.Group.SOURCE ? "By source" : "Row by row", group);
        grid.addRow(0, Labels.whole("Held back, %", "t-medium"), share,
                Labels.wrapped("0 to 90; 10 or 20 is usual.", "t-small", "t-soft"));
        grid.addRow(1, Labels.whole("Seed", "t-medium"), seed,
                Labels.wrapped("The same number divides the same rows alike.", "t-small", "t-soft"));
        grid.addRow(2, Labels.whole("Together", "t-medium"), together.root());
        grid.add(Labels.wrapped("By source keeps rows of one document or file on one side.", "t-small", "t-soft"), 1,
                3, 2, 1);
        Button apply = Buttons.primary("apply-split", "Split", Feather.SCISSORS, this::apply);
        apply.disableProperty().bind(Bindings.createBooleanBinding(() -> settings().isEmpty(), share.textProperty(),
                seed.textProperty()));
        overlay.showDialog(Dialog.of("Split the dataset", grid, "It can be undone.", overlay, apply), () -> {});
    }

    private void apply() {
        settings().ifPresent(wanted -> {
            overlay.close();
            model.split(wanted);
        });
    }

    private Optional<SplitSettings> settings() {
        String percent = share.getText().strip();
        String number = seed.getText().strip();
        if (!percent.matches("\\d{1,2}(\\.\\d+)?") || Double.parseDouble(percent) > 90
                || !number.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new SplitSettings(Double.parseDouble(percent) / 100, Long.parseLong(number), group.get()));
    }
}
