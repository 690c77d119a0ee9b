package fettle.ui.example.editor;

import fettle.token.TokenCounter;

/// How tokens are counted.
///
/// @param limit tokens that an example may have; at least 1
public record Counting(TokenCounter counter, int limit) {}
