package fettle.example.shape;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the way back to a row's own shape needs and OpenAI's form has no place for, under one key of the body. It is there
/// only where the usual way back would give something else, and no format writes it.
public final class RawForm {

    /// No row of anyone else has this key.
    public static final String KEY = "fettle:raw";

    private RawForm() {}

    /// What was kept under that name; a missing node when nothing was.
    static JsonNode of(JsonNode body, String name) {
        return body.path(KEY).path(name);
    }

    static void keep(ObjectNode body, String name, JsonNode value) {
        at(body).set(name, value);
    }

    static void keep(ObjectNode body, String name, int value) {
        at(body).put(name, value);
    }

    static void keep(ObjectNode body, String name, String value) {
        at(body).put(name, value);
    }

    /// Keeps something of the message at that place, from 0.
    static void keep(ObjectNode body, String name, int message, String value) {
        ObjectNode raw = at(body);
        ObjectNode all = raw.path(name) instanceof ObjectNode known ? known : raw.putObject(name);
        all.put(Integer.toString(message), value);
    }

    static Optional<String> text(JsonNode body, String name, int message) {
        JsonNode kept = of(body, name).path(Integer.toString(message));
        return kept.isString() ? Optional.of(kept.stringValue()) : Optional.empty();
    }

    private static ObjectNode at(ObjectNode body) {
        return body.path(KEY) instanceof ObjectNode raw ? raw : body.putObject(KEY);
    }
}
