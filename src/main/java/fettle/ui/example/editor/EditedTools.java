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

/// The tools of a row while they are being edited as JSON. What is not a list in JSON cannot be written; it is kept as a
/// draft of the row, with the reason, until it can.
final class EditedTools {

    private final Optional<String> shown;
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ToolCheck> check;
    private final Drafts drafts;
    private final long id;
    private String lastRight;

    /// `drafts` may hold a text for the row `id`: that is shown then, and not what the row holds.
    EditedTools(ObjectNode body, Drafts drafts, long id, Runnable edited) {
        this.drafts = drafts;
        this.id = id;
        this.shown = MessageForm.tools(body);
        this.text = new SimpleStringProperty(shown.flatMap(_ -> drafts.of(id)).or(() -> shown).orElse(""));
        this.lastRight = shown.orElse("");
        this.check = new ReadOnlyObjectWrapper<>(new ToolCheck(shown.isPresent()
                ? body.path("tools")
                : MissingNode.getInstance()));
        problem.set(isDraft() ? "This is what you typed before. " + told() : "");
        text.addListener(_ -> {
            problem.set(told());
            keep();
            value().ifPresent(this::right);
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

    /// Goes back to the text that could be saved last.
    void drop() {
        text.set(lastRight);
    }

    void writeInto(ObjectNode body) {
        if (shown.isPresent() && !text.get().equals(shown.get())) {
            value().ifPresent(tools -> body.set("tools", tools));
        }
    }

    private boolean isDraft() {
        return shown.isPresent() && drafts.of(id).isPresent();
    }

    private void keep() {
        if (problem.get().isEmpty()) {
            drafts.forget(id);
        } else {
            drafts.keep(id, text.get());
        }
    }

    private void right(JsonNode tools) {
        lastRight = text.get();
        check.set(new ToolCheck(tools));
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
