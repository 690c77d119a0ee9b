package fettle.example;

import fettle.example.Example.Origin;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A row that is about to come in.
///
/// @param json the body as it is stored
public record NewExample(ObjectNode body, BodyBytes json, List<String> tags, Origin origin) {

    public NewExample(ObjectNode body, List<String> tags, Origin origin) {
        this(body, BodyBytes.of(body), tags, origin);
    }
}
