package fettle.cli;

import tools.jackson.databind.node.ObjectNode;

/// Numbers as JSON has them.
final class Numbers {

    private Numbers() {}

    /// JSON knows no NaN: what is not known is null.
    static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
