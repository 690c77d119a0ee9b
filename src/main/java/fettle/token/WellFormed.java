package fettle.token;

import org.jspecify.annotations.Nullable;

/// Text that every encoding can take.
public final class WellFormed {

    private WellFormed() {}

    /// `text` with each lone surrogate replaced by U+FFFD; `text` itself when it has none.
    public static String text(String text) {
        @Nullable
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            clean = clean == null ? new StringBuilder(text) : clean;
            clean.setCharAt(i, '\uFFFD');
        }
        return clean == null ? text : clean.toString();
    }
}
