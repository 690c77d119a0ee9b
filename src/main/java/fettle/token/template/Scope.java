package fettle.token.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that a statement sees: its own, then those around it.
record Scope(Map<String, Object> names, @Nullable Scope outer) {

    Scope inner() {
        return new Scope(new HashMap<>(), this);
    }

    Object find(String name) {
        for (@Nullable
        Scope scope = this; scope != null; scope = scope.outer()) {
            Object value = scope.names().get(name);
            if (value != null) {
                return value;
            }
        }
        return new Undefined(name);
    }
}
