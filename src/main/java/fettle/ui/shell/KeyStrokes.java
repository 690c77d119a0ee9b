package fettle.ui.shell;

import fettle.ui.control.KeyCapture;
import fettle.ui.control.KeyStroke;
import fettle.ui.control.WideButton;
import fettle.ui.session.Command;
import fettle.ui.session.Commands;
import fettle.ui.session.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Turns keys into commands. A plain letter acts only while no text has the focus; of two letters in a row ("G E") the
/// second must follow within a second and a half.
final class KeyStrokes {

    /// With the shortcut key these belong to a text that has the focus.
    private static final Set<KeyCode> EDITING = Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Z,
            KeyCode.Y);
    private static final long PATIENCE_MILLIS = 1500;

    private final Commands commands;
    private final Supplier<Place> here;
    private final LongSupplier clock;
    private String first = "";
    private long firstMillis;
    private @Nullable KeyEvent taken;

    KeyStrokes(Commands commands, Supplier<Place> here, LongSupplier clock) {
        this.commands = commands;
        this.here = here;
        this.clock = clock;
    }

    /// Runs the command of a key, and consumes the event, when there is one.
    void pressed(KeyEvent event) {
        taken = null;
        String stroke = KeyStroke.of(event);
        if (stroke.isEmpty() || ownedByFocus(event)) {
            first = "";
            return;
        }
        boolean inTime = clock.getAsLong() - firstMillis <= PATIENCE_MILLIS;
        Optional<Command> command = inTime && !first.isEmpty() ? find(first + " " + stroke) : Optional.empty();
        if (command.isEmpty()) {
            command = find(stroke);
        }
        first = command.isPresent() || !begins(stroke) ? "" : stroke;
        firstMillis = clock.getAsLong();
        command.ifPresent(found -> {
            event.consume();
            taken = event;
            found.run().run();
        });
    }

    /// Swallows the character of a key that was a command, so that it does not arrive in a field that it opened.
    void typed(KeyEvent event) {
        if (taken != null) {
            event.consume();
        }
    }

    /// Forgets the key before: a layer has the keyboard now.
    void forget() {
        taken = null;
        first = "";
    }

    private Optional<Command> find(String keys) {
        return possible().stream().filter(command -> List.of(command.keys().split("\\|")).contains(keys))
                .max(Comparator.comparingInt(KeyStrokes::nearness));
    }

    /// Of two commands with one key the one of a part of the screen is meant, then that of the screen.
    private static int nearness(Command command) {
        return command.scope().isEmpty() ? command.place().isEmpty() ? 0 : 1 : 2;
    }

    private boolean begins(String stroke) {
        return possible().stream().flatMap(command -> Stream.of(command.keys().split("\\|")))
                .anyMatch(way -> way.startsWith(stroke + " "));
    }

    private List<Command> possible() {
        return commands.possible(here.get());
    }

    private static boolean plain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown() && !event.isControlDown();
    }

    /// Whether the focused node wants the key itself: a text any, a button or list what presses it.
    private static boolean ownedByFocus(KeyEvent event) {
        Node owner = ((Node) event.getSource()).getScene().getFocusOwner();
        if (KeyCapture.takes(owner)) {
            return true;
        }
        if (owner instanceof ButtonBase || owner instanceof WideButton) {
            return event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        }
        boolean text = owner instanceof TextInputControl || (owner != null && owner.getInputMethodRequests() != null);
        return text && (plain(event) || (event.isShortcutDown() && EDITING.contains(event.getCode())));
    }
}
