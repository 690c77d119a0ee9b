package fettle.ui.example.editor;

import fettle.example.JsonText;
import fettle.example.ToolCheck;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The tools of a row while they are being edited as JSON. What is not a list in JSON is not written; it stays on the
/// screen, with the reason.
final class EditedTools {

    private final Optional<String> shown;
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ToolCheck> check;

    EditedTools(ObjectNode body, Runnable edited) {
        this.shown = MessageForm.tools(body);
        this.text = new SimpleStringProperty(shown.orElse(""));
        this.check = new ReadOnlyObjectWrapper<>(new ToolCheck(shown.isPresent()
                ? body.path("tools")
                : MissingNode.getInstance()));
        text.addListener(_ -> {
            problem.set(told());
            value().ifPresent(tools -> check.set(new ToolCheck(tools)));
            edited.run();
        });
    }

    /// Whether the row has tools.
    boolean isPresent() {
        return shown.isPresent();
    }

    StringProperty text() {
        return text;
    }

    /// Why the text is not written; empty when it is.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Checks calls against the tools as they were last right.
    ReadOnlyObjectProperty<ToolCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    void writeInto(ObjectNode body) {
        if (shown.isPresent() && !text.get().equals(shown.get())) {
            value().ifPresent(tools -> body.set("tools", tools));
        }
    }

    private Optional<JsonNode> value() {
        return JsonText.read(text.get()).filter(JsonNode::isArray);
    }

    private String told() {
        Optional<JsonText.Broken> broken = JsonText.problem(text.get());
        if (broken.isPresent()) {
            return "Not saved yet. " + broken.get().sentence();
        }
        return value().isPresent() ? "" : "Not saved yet. Tools are a list: put [ and ] around them.";
    }
}
