package fettle.token.template;

/// Python's `None`.
enum None {
    NONE
}
