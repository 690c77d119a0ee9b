package fettle.document.clean;

import java.util.Arrays;
import java.util.Optional;

/// A charset of one byte a character, its holes filled with the characters of the same number, as browsers do. Bytes are
/// written as a text of characters 0 to 255, so that patterns can be matched on them.
final class ByteCharset {

    private static final char SUBSTITUTE = 0x1A;

    private final String name;
    private final char[] upper;
    private final char[] sorted;
    private final byte[] bytes;

    /// @param upper what the bytes 0x80 to 0xFF stand for
    ByteCharset(String name, char[] upper) {
        this.name = name;
        this.upper = upper.clone();
        sorted = upper.clone();
        Arrays.sort(sorted);
        bytes = new byte[sorted.length];
        for (int i = upper.length - 1; i >= 0; i--) {
            bytes[Arrays.binarySearch(sorted, upper[i])] = (byte) (0x80 + i);
        }
    }

    /// Whether a lost character may stand for any byte; then it is written as 0x1A.
    boolean isSloppy() {
        return name.startsWith("sloppy");
    }

    boolean is(String other) {
        return name.equals(other);
    }

    /// The bytes of `text`; empty when it cannot have been read in this charset.
    Optional<String> bytes(String text) {
        var written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int place;
            if (isSloppy() && (character == SUBSTITUTE || character == '\uFFFD')) {
                if (character == SUBSTITUTE) {
                    return Optional.empty();
                }
                written.append(SUBSTITUTE);
            } else if (character < 0x80) {
                written.append(character);
            } else if ((place = Arrays.binarySearch(sorted, character)) >= 0) {
                written.append((char) (bytes[place] & 255));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(written.toString());
    }

    /// What a byte of 0x80 to 0xFF stands for.
    char character(int value) {
        return upper[value - 0x80];
    }
}
