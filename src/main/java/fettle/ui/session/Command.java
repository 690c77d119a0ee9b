package fettle.ui.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;

/// Something a person can do, by button, key, menu or palette.
///
/// @param id kebab-case, stable
/// @param title a short sentence with a verb: "Add a folder…"
/// @param keys "Shortcut+K", "G E" (one after the other), "A" (only while no text has the focus), "J|Down" for
///        either of two; empty for none
/// @param place where it can be done; empty for everywhere
/// @param scope a part of that place, such as "Review": commands of two parts may share a key; empty for all of it
public record Command(String id, String title, Kind kind, Feather icon, String keys, Optional<Place> place,
        String scope,
        ObservableBooleanValue enabled, Runnable run) {

    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    /// How lists group it.
    public enum Kind {
        GO_TO("Go to"), DO("Do"), SETTING("Setting");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Something to do, always possible, without keys.
    public static Command of(String id, String title, Feather icon, Runnable run) {
        return new Command(id, title, Kind.DO, icon, "", Optional.empty(), "", ALWAYS, run);
    }

    public Command kind(Kind newKind) {
        return new Command(id, title, newKind, icon, keys, place, scope, enabled, run);
    }

    public Command keys(String newKeys) {
        return new Command(id, title, kind, icon, newKeys, place, scope, enabled, run);
    }

    /// Only while this screen is shown.
    public Command in(Place newPlace) {
        return new Command(id, title, kind, icon, keys, Optional.of(newPlace), scope, enabled, run);
    }

    /// Only in this part of its place.
    public Command within(String newScope) {
        return new Command(id, title, kind, icon, keys, place, newScope, enabled, run);
    }

    public Command when(ObservableBooleanValue newEnabled) {
        return new Command(id, title, kind, icon, keys, place, scope, newEnabled, run);
    }

    /// Whether it can be done at `here` now.
    public boolean possible(Place here) {
        return enabled.get() && place.map(here::equals).orElse(true);
    }

    /// Whether both could be meant by one key: they can be done at the same place and in the same part of it.
    public boolean meets(Command other) {
        boolean places = place.isEmpty() || other.place.isEmpty() || place.equals(other.place);
        boolean scopes = scope.isEmpty() || other.scope.isEmpty() || scope.equals(other.scope);
        return places && scopes;
    }
}
