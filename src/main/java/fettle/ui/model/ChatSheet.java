package fettle.ui.model;

import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How the chat asks: temperature, length, system text.
final class ChatSheet {

    private ChatSheet() {}

    static void show(ModelsViewModel model, Overlay overlay) {
        ChatSettings now = model.settingsProperty().get();
        var warm = new TextField(String.valueOf(now.temperature()));
        warm.setId("temperature");
        var most = new TextField(String.valueOf(now.maxTokens()));
        most.setId("max-tokens");
        var system = new TextArea(now.system());
        system.setId("system");
        system.setPrefRowCount(4);
        system.setWrapText(true);
        var remembers = new CheckBox("Send earlier questions and answers along");
        remembers.setSelected(now.remembers());
        var grid = new GridPane(14, 10);
        grid.addRow(0, Labels.whole("Temperature", "t-medium"), warm,
                Labels.wrapped("0 always says the likeliest; 2 at most.", "t-small", "t-soft"));
        grid.addRow(1, Labels.whole("Longest answer", "t-medium"), most,
                Labels.wrapped("In tokens.", "t-small", "t-soft"));
        Button use = Buttons.primary("use-settings", "Use", Feather.CHECK, () -> {
            read(warm.getText(), most.getText(), system.getText(), remembers.isSelected())
                    .ifPresent(model.settingsProperty()::set);
            overlay.close();
        });
        use.disableProperty().bind(Bindings.createBooleanBinding(
                () -> read(warm.getText(), most.getText(), "", false).isEmpty(), warm.textProperty(),
                most.textProperty()));
        overlay.showDialog(Dialog.of("How the chat asks", new VBox(12, grid, Labels.whole("System text", "t-label"),
                system, remembers), "", overlay, use), () -> {});
    }

    static Optional<ChatSettings> read(String temperature, String tokens, String system, boolean remembers) {
        if (!temperature.strip().matches("\\d(\\.\\d{1,4})?") || !tokens.strip().matches("[1-9]\\d{0,4}")) {
            return Optional.empty();
        }
        double warm = Double.parseDouble(temperature.strip());
        return warm > 2
                ? Optional.empty()
                : Optional.of(new ChatSettings(warm, Integer.parseInt(tokens.strip()), system, remembers));
    }
}
