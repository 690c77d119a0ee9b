package fettle.ui.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// All commands of the window, in the order they were added, with the keys that they have now. Palette, menus and key
/// sheet are made from this list.
public final class Commands {

    private final ObservableList<Command> all = FXCollections.observableArrayList();
    private final Map<String, String> usual = new HashMap<>();
    private final ObservableMap<String, String> changed = FXCollections.observableHashMap();
    private final ObservableList<Command> allShown = FXCollections.unmodifiableObservableList(all);
    private final ObservableMap<String, String> changedShown = FXCollections.unmodifiableObservableMap(changed);

    /// Adds commands; one with an id that is there already replaces it.
    public void add(Command... commands) {
        for (Command command : commands) {
            all.removeIf(earlier -> earlier.id().equals(command.id()));
            usual.put(command.id(), command.keys());
            all.add(command.keys(changed.getOrDefault(command.id(), command.keys())));
        }
    }

    /// Takes a command away; one that is not there is passed over.
    public void remove(String id) {
        all.removeIf(command -> command.id().equals(id));
    }

    public ObservableList<Command> all() {
        return allShown;
    }

    public Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// What can be done at `here` now.
    public List<Command> possible(Place here) {
        return all.stream().filter(command -> command.possible(here)).toList();
    }

    // ---- keys ----

    /// The keys that a command has now; empty for none, and while there is no such command.
    public ObservableValue<String> keysOf(String id) {
        return Bindings.createStringBinding(() -> find(id).map(Command::keys).orElse(""), all);
    }

    /// The keys that a command came with.
    public String usualKeys(String id) {
        return usual.getOrDefault(id, "");
    }

    /// Gives a command other keys; empty for none. Which commands they clash with is asked of [#clashes] before.
    public void bind(String id, String keys) {
        if (keys.equals(usual.get(id))) {
            changed.remove(id);
        } else {
            changed.put(id, keys);
        }
        all.replaceAll(command -> command.id().equals(id) ? command.keys(keys) : command);
    }

    /// All keys as they came.
    public void resetKeys() {
        List.copyOf(changed.keySet()).forEach(id -> bind(id, usualKeys(id)));
        changed.clear();
    }

    /// The keys that people changed, by the command's id; also of commands that this window lacks.
    public ObservableMap<String, String> changedKeys() {
        return changedShown;
    }

    /// Takes up changed keys that were kept.
    public void restoreKeys(Map<String, String> kept) {
        kept.forEach(this::bind);
    }

    /// The other commands that one of these keys would run too, or that would never be reached beside them. Two that came
    /// with the same key mean it so: the one of a part of the screen is nearer.
    public List<Command> clashes(Command command, String keys) {
        return all.stream().filter(other -> !other.id().equals(command.id()) && other.meets(command)
                && clash(other.keys(), keys) && !clash(usualKeys(other.id()), usualKeys(command.id()))).toList();
    }

    /// Whether one way of these keys is one of those, or the beginning of it: "G" takes "G E" away.
    public static boolean clash(String some, String others) {
        return ways(some).anyMatch(one -> ways(others)
                .anyMatch(other -> one.equals(other) || one.startsWith(other + " ") || other.startsWith(one + " ")));
    }

    private static Stream<String> ways(String keys) {
        return Stream.of(keys.split("\\|")).filter(way -> !way.isEmpty());
    }
}
