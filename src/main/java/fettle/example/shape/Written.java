package fettle.example.shape;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A body in another shape.
///
/// @param without what of the body has no place there, such as "weights"; empty when all of it has
public record Written(ObjectNode row, Set<String> without) {}
