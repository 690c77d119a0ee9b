package fettle.token;

/// Counts the tokens of a text in one encoding. Safe for use by several threads.
@FunctionalInterface
public interface TokenCounter {

    /// Tokens of `text`; special tokens in it count as the ordinary text that they are.
    int count(String text);

    /// How many UTF-16 units of `text` its first `tokens` tokens cover; never within a surrogate pair.
    default int prefix(String text, int tokens) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (count(text.substring(0, middle)) <= tokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean inPair = low > 0 && low < text.length() && Character.isLowSurrogate(text.charAt(low))
                && Character.isHighSurrogate(text.charAt(low - 1));
        return inPair ? low - 1 : low;
    }
}
