package fettle.token;

/// Counts the tokens of a text in one encoding. Safe for use by several threads.
@FunctionalInterface
public interface TokenCounter {

    /// Tokens of `text`; special tokens in it count as the ordinary text that they are.
    int count(String text);
}
