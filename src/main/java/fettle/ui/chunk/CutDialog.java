package fettle.ui.chunk;

import fettle.chunk.CutSettings;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Segmented;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks how documents are cut: limit, where, in which encoding.
final class CutDialog {

    private static final int LEAST = 16;
    private static final List<String> ENCODINGS = List.of("o200k_base", "cl100k_base", "p50k_base", "r50k_base");

    private final ChunksViewModel model;
    private final Overlay overlay;
    private final TextField tokens;
    private final ObjectProperty<CutSettings.By> by;
    private final ComboBox<String> encoding = new ComboBox<>();

    CutDialog(ChunksViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        CutSettings now = model.settings();
        tokens = new TextField(Integer.toString(now.tokens()));
        tokens.setId("cut-tokens");
        by = new SimpleObjectProperty<>(now.by());
        encoding.getItems().setAll(ENCODINGS);
        encoding.setValue(now.encoding());
        encoding.setId("cut-encoding");
        encoding.setMaxWidth(Double.MAX_VALUE);
    }

    void show() {
        var where = new Segmented<>("cut-by", List.of(CutSettings.By.values()), choice -> switch (choice) {
            case STRUCTURE -> "At headings and paragraphs";
            case TOKENS -> "At tokens alone";
        }, by);
        var wrong = Labels.wrapped(Bindings.createStringBinding(() -> limit().isPresent()
                ? ""
                : "A chunk holds a whole number of tokens, at least " + LEAST + ".", tokens.textProperty()), "t-bad");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        Button cut = Buttons.primary("cut-again", "Cut all documents", Feather.SCISSORS, this::cut);
        cut.disableProperty().bind(wrong.managedProperty());
        tokens.setOnAction(_ -> cut());
        var body = new VBox(Labels.of("At most so many tokens", "t-label"), tokens, wrong,
                Labels.of("Where cuts may fall", "t-label"), where.root(), Labels.of("Encoding", "t-label"), encoding);
        VBox dialog = Dialog.of("Cut documents", body, "A chunk that stays the same keeps its examples.", overlay,
                Buttons.plain("cancel", "Cancel", overlay::close), cut);
        overlay.showDialog(dialog, () -> {});
        tokens.requestFocus();
        tokens.selectAll();
    }

    private Optional<Integer> limit() {
        String typed = tokens.getText().strip().replace(",", "");
        if (!typed.matches("\\d{1,7}") || Integer.parseInt(typed) < LEAST) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(typed));
    }

    private void cut() {
        limit().ifPresent(tokenLimit -> {
            overlay.close();
            model.cut(new CutSettings(tokenLimit, by.get(), encoding.getValue()));
        });
    }
}
