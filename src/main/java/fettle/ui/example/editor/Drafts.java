package fettle.ui.example.editor;

import fettle.ui.session.Words;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What was typed as the tools of rows and cannot be saved yet, since it is no list in JSON: kept by the row's id until it
/// can be saved or the person drops it. Screen thread only.
public final class Drafts {

    private final ReadOnlyObjectWrapper<Map<Long, String>> kept = new ReadOnlyObjectWrapper<>(Map.of());
    private Consumer<String> says = _ -> {};

    /// All of them, by the id of the row.
    public ReadOnlyObjectProperty<Map<Long, String>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// Hears a sentence when somebody leaves a row, or comes to a project, with such a text.
    public void onSaying(Consumer<String> hears) {
        says = hears;
    }

    /// What was typed for a row.
    Optional<String> of(long id) {
        return Optional.ofNullable(kept.get().get(id));
    }

    void keep(long id, String text) {
        var all = new TreeMap<>(kept.get());
        all.put(id, text);
        kept.set(Map.copyOf(all));
    }

    void forget(long id) {
        if (kept.get().containsKey(id)) {
            var all = new TreeMap<>(kept.get());
            all.remove(id);
            kept.set(Map.copyOf(all));
        }
    }

    /// Somebody goes elsewhere.
    void left(long id) {
        of(id).ifPresent(_ -> says.accept("The tools of example " + ExampleWords.number(id)
                + " are not saved, since they are not a list in JSON yet. What you typed is kept; open the example to go on."));
    }

    /// For the next start: the texts by the ids of their rows.
    public ObjectNode write() {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        new TreeMap<>(kept.get()).forEach((id, text) -> all.put(Long.toString(id), text));
        return all;
    }

    /// Takes up what [#write] made, and says so when there is something.
    public void read(JsonNode all) {
        var read = new TreeMap<Long, String>();
        all.forEachEntry((id, text) -> {
            if (id.matches("\\d{1,18}") && text.isString()) {
                read.put(Long.valueOf(id), text.stringValue());
            }
        });
        kept.set(Map.copyOf(read));
        if (!read.isEmpty()) {
            says.accept("Tools of " + Words.count(read.size(), "example", "examples") + " are still to be mended: "
                    + read.keySet().stream().limit(5).map(ExampleWords::number).collect(Collectors.joining(", "))
                    + (read.size() > 5 ? " …" : "") + ". What you typed is kept; open the example to go on.");
        }
    }

    void clear() {
        kept.set(Map.of());
    }
}
