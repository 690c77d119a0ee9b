package fettle.ui.example;

import fettle.token.TokenCounter;

/// What the screen needs from the rest of the window.
///
/// @param tokens counts what is typed
/// @param tokenLimit tokens that an example may have; at least 1
/// @param importRows asks for files and brings their rows in
/// @param models those that can write examples
public record ExampleTools(TokenCounter tokens, int tokenLimit, Runnable importRows, ModelChoice models) {}
