package fettle.example;

import fettle.example.Example.Origin;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A row that is about to come in.
public record NewExample(ObjectNode body, List<String> tags, Origin origin) {}
