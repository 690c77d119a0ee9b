package fettle.token.template;

import java.util.Map;

/// What `namespace(…)` makes: fields that may be set inside a loop and keep their value after it.
record Namespace(Map<String, Object> fields) {}
