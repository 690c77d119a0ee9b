package fettle.ui.key;

import fettle.ui.session.Command;
import fettle.ui.session.Commands;
import fettle.ui.session.DesktopKeys;
import fettle.ui.session.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;

/// The key map without its pixels: which command has which keys, and how one gets others.
public final class KeyListViewModel {

    /// What is going on.
    public sealed interface State {

        /// Nothing is being changed.
        record Idle() implements State {}

        /// The person shall press the keys for a command.
        ///
        /// @param more whether they come beside those that it has
        /// @param first a letter that was pressed; another may follow within a moment. Empty before
        record Asking(String id, boolean more, String first) implements State {}

        /// The keys cannot be taken.
        record Refused(String id, boolean more, String sentence) implements State {}

        /// Other commands have these keys; the person decides who gets them.
        record Taken(String id, boolean more, String keys, List<Command> by) implements State {}
    }

    /// A heading with its commands.
    public record Group(String title, List<Command> commands) {}

    private final Commands commands;
    private final DesktopKeys desktop;
    private final Optional<Place> here;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ListChangeListener<Command> regroup = _ -> group();

    /// `here` is shown first, with the commands that have keys and can be meant there; empty for all commands of all
    /// places.
    public KeyListViewModel(Commands commands, DesktopKeys desktop, Optional<Place> here) {
        this.commands = commands;
        this.desktop = desktop;
        this.here = here;
        commands.all().addListener(new WeakListChangeListener<>(regroup));
        search.addListener((_, _, _) -> group());
        group();
    }

    // ---- commands ----

    /// Asks for the keys of a command; `more` for a second way beside those that it has.
    public void ask(String id, boolean more) {
        state.set(new State.Asking(id, more, ""));
    }

    public void cancel() {
        state.set(new State.Idle());
    }

    /// Takes a stroke, as [fettle.ui.control.KeyStroke] names it. Esc cancels. A plain letter waits for a second one, or
    /// for [#enough].
    public void press(String stroke) {
        String id = asked();
        if (id.isEmpty()) {
            return;
        }
        boolean more = more();
        String first = state.get() instanceof State.Asking asking ? asking.first() : "";
        Optional<String> refused = desktop.refuse(stroke);
        if (stroke.equals("Esc")) {
            cancel();
        } else if (refused.isPresent()) {
            state.set(new State.Refused(id, more, refused.get()));
        } else if (first.isEmpty() && stroke.matches("[\\p{L}]")) {
            state.set(new State.Asking(id, more, stroke));
        } else {
            offer(id, more, first.isEmpty() ? stroke : first + " " + stroke);
        }
    }

    /// No second letter follows.
    public void enough() {
        if (state.get() instanceof State.Asking(var id, var more, var first) && !first.isEmpty()) {
            offer(id, more, first);
        }
    }

    /// Gives the keys to the command that asked, and takes them from the others.
    public void takeOver() {
        if (state.get() instanceof State.Taken(var id, var more, var keys, var by)) {
            by.forEach(other -> commands.bind(other.id(), without(other.keys(), keys)));
            set(id, more, keys);
        }
    }

    /// Takes all keys from a command.
    public void takeAway(String id) {
        commands.bind(id, "");
        cancel();
    }

    /// Gives a command the keys that it came with, unless others have them now: then the person decides.
    public void reset(String id) {
        String usual = commands.usualKeys(id);
        List<Command> by = commands.find(id).map(command -> commands.clashes(command, usual)).orElse(List.of());
        if (by.isEmpty()) {
            commands.bind(id, usual);
            cancel();
        } else {
            state.set(new State.Taken(id, false, usual, by));
        }
    }

    public void resetAll() {
        commands.resetKeys();
        cancel();
    }

    // ---- properties ----

    public StringProperty searchProperty() {
        return search;
    }

    public ObservableList<Group> groups() {
        return FXCollections.unmodifiableObservableList(groups);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The command that is being changed; empty for none.
    public String asked() {
        return switch (state.get()) {
            case State.Idle() -> "";
            case State.Asking asking -> asking.id();
            case State.Refused refused -> refused.id();
            case State.Taken taken -> taken.id();
        };
    }

    public boolean isChanged(Command command) {
        return !command.keys().equals(commands.usualKeys(command.id()));
    }

    public boolean isAnyChanged() {
        return !commands.changedKeys().isEmpty();
    }

    /// The keys that a command came with.
    public String usual(Command command) {
        return commands.usualKeys(command.id());
    }

    /// Who has the keys: "“Reject the example” and “Review: reject”".
    public static String names(List<Command> by) {
        return by.stream().map(command -> "“" + command.title() + "”").collect(Collectors.joining(" and "));
    }

    // ---- what happens ----

    private boolean more() {
        return switch (state.get()) {
            case State.Idle() -> false;
            case State.Asking asking -> asking.more();
            case State.Refused refused -> refused.more();
            case State.Taken taken -> taken.more();
        };
    }

    private void offer(String id, boolean more, String keys) {
        commands.find(id).ifPresent(command -> {
            List<Command> by = commands.clashes(command, keys);
            if (by.isEmpty()) {
                set(id, more, keys);
            } else {
                state.set(new State.Taken(id, more, keys, by));
            }
        });
    }

    private void set(String id, boolean more, String keys) {
        String before = commands.find(id).map(Command::keys).orElse("");
        boolean there = List.of(before.split("\\|")).contains(keys);
        commands.bind(id, !more || before.isEmpty() ? keys : there ? before : before + "|" + keys);
        cancel();
    }

    private static String without(String keys, String taken) {
        return java.util.Arrays.stream(keys.split("\\|")).filter(way -> !Commands.clash(way, taken))
                .collect(Collectors.joining("|"));
    }

    private void group() {
        Map<String, List<Command>> byTitle = new LinkedHashMap<>();
        here.ifPresent(place -> add(byTitle, command -> command.place().equals(here)));
        for (Command.Kind kind : Command.Kind.values()) {
            add(byTitle, command -> command.place().isEmpty() && command.kind() == kind);
        }
        if (here.isEmpty() || !typed().isEmpty()) {
            add(byTitle, command -> command.place().isPresent() && !command.place().equals(here));
        }
        var found = new ArrayList<Group>();
        byTitle.forEach((title, some) -> found.add(new Group(title, List.copyOf(some))));
        groups.setAll(found);
    }

    private void add(Map<String, List<Command>> groups, java.util.function.Predicate<Command> wanted) {
        boolean all = here.isEmpty() || !typed().isEmpty();
        commands.all().stream().filter(wanted).filter(command -> all || !command.keys().isEmpty())
                .filter(this::isFound)
                .forEach(command -> groups.computeIfAbsent(title(command), _ -> new ArrayList<>()).add(command));
    }

    private static String title(Command command) {
        String place = command.place().map(Place::title).orElse(command.kind().word());
        return command.scope().isEmpty() ? place : place + ": " + command.scope();
    }

    private String typed() {
        return search.get().strip().toLowerCase(Locale.ROOT);
    }

    private boolean isFound(Command command) {
        String all = (command.title() + " " + title(command) + " "
                + String.join(" ", fettle.ui.control.KeyCap.names(command.keys()))).toLowerCase(Locale.ROOT);
        return List.of(typed().split("\\s+")).stream().allMatch(all::contains);
    }
}
