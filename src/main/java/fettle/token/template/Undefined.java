package fettle.token.template;

/// The value of a name or key that is not there: prints as nothing, and has no parts.
record Undefined(String name) {}
