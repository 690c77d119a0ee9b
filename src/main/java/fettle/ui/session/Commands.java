package fettle.ui.session;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All commands of the window, in the order they were added. Palette, menus and key sheet are made from this list.
public final class Commands {

    private final ObservableList<Command> all = FXCollections.observableArrayList();

    /// Adds commands; one with an id that is there already replaces it.
    public void add(Command... commands) {
        for (Command command : commands) {
            all.removeIf(earlier -> earlier.id().equals(command.id()));
            all.add(command);
        }
    }

    public ObservableList<Command> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    public Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// What can be done at `here` now.
    public List<Command> possible(Place here) {
        return all.stream().filter(command -> command.possible(here)).toList();
    }
}
