package fettle.ui.example;

import fettle.example.Template;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.converter.NumberStringConverter;
import org.kordamp.ikonli.feather.Feather;

/// Asks how examples are to be generated.
final class GenerateDialog {

    private final GenerateViewModel model;
    private final Overlay overlay;
    private final GridPane form = new GridPane();

    private GenerateDialog(GenerateViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    static void show(GenerateViewModel model, Overlay overlay) {
        new GenerateDialog(model, overlay).open();
    }

    private void open() {
        form.getStyleClass().add("form-grid");
        form.setHgap(12);
        form.setVgap(10);
        line("Template", template());
        line("Provider", provider());
        line("Model", model());
        line("At most", number("generate-limit", model.limitProperty(), "chunks; 0 for all"));
        line("At once", number("generate-concurrency", model.concurrencyProperty(), "questions"));
        Label sentence = Labels.wrapped("", "t-soft");
        sentence.setId("generate-sentence");
        var changed = new javafx.beans.Observable[]{model.chunksProperty(), model.limitProperty(),
                model.providerProperty(), model.modelProperty(), model.concurrencyProperty()};
        sentence.textProperty().bind(Bindings.createStringBinding(model::sentence, changed));
        Button start = Buttons.primary("generate-start", "Generate", Feather.ZAP, this::start);
        start.textProperty().bind(Bindings.createStringBinding(() -> model.questions() == 0
                ? "Generate"
                : "Ask " + Words.count(model.questions(), "question", "questions"), changed));
        start.disableProperty().bind(Bindings.createBooleanBinding(
                () -> !model.canStart() || model.concurrencyProperty().get() < 1, changed));
        var body = new VBox(14, form, sentence);
        overlay.showDialog(Dialog.of("Generate examples", body, "Stop keeps what came in.", overlay,
                Buttons.plain("generate-cancel", "Cancel", overlay::close), start), () -> {});
    }

    private void start() {
        overlay.close();
        model.start();
    }

    private Node template() {
        var box = new ComboBox<Template>(FXCollections.observableArrayList(Template.BUILT_IN));
        box.setId("generate-template");
        box.setConverter(words());
        box.valueProperty().bindBidirectional(model.templateProperty());
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static StringConverter<Template> words() {
        return new StringConverter<>() {
            @Override
            public String toString(Template template) {
                return switch (template.name()) {
                    case "questions" -> "Questions with their answers";
                    case "explain-code" -> "Explain this code";
                    case "summarise-section" -> "Summarise this section";
                    default -> template.name();
                };
            }

            @Override
            public Template fromString(String words) {
                return Template.QUESTIONS; // the list is not editable
            }
        };
    }

    private Node provider() {
        var box = new ComboBox<String>(FXCollections.observableArrayList(model.providers()));
        box.setId("generate-provider");
        box.valueProperty().bindBidirectional(model.providerProperty());
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private Node model() {
        var field = new TextField();
        field.setId("generate-model");
        field.setPromptText("The model's name at the provider");
        field.textProperty().bindBidirectional(model.modelProperty());
        return field;
    }

    private static Node number(String id, IntegerProperty value, String unit) {
        var field = new TextField();
        field.setId(id);
        field.setTextFormatter(new TextFormatter<Object>(change -> {
            change.setText(change.getControlNewText().length() > 6 ? "" : change.getText().replaceAll("\\D", ""));
            return change;
        }));
        field.textProperty().bindBidirectional(value, new NumberStringConverter(java.util.Locale.ENGLISH, "0"));
        field.setMaxWidth(96);
        var line = new javafx.scene.layout.HBox(8, field, Labels.whole(unit, "t-soft"));
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private void line(String name, Node field) {
        int row = form.getRowCount();
        form.add(Labels.whole(name, "t-label"), 0, row);
        form.add(field, 1, row);
        GridPane.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
    }
}
