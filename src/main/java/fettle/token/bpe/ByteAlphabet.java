package fettle.token.bpe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The 256 letters in which byte-level vocabularies spell bytes: a printable Latin-1 character stands for itself, every
/// other byte for a character from U+0100 on.
final class ByteAlphabet {

    private static final char[] LETTER_OF = new char[256];
    private static final int[] BYTE_OF = new int[256 + 68];

    static {
        Arrays.fill(BYTE_OF, -1);
        int next = 256;
        for (int value = 0; value < 256; value++) {
            boolean printable = (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
            LETTER_OF[value] = (char) (printable ? value : next++);
            BYTE_OF[LETTER_OF[value]] = value;
        }
    }

    private ByteAlphabet() {}

    static char letterOf(int value) {
        return LETTER_OF[value & 255];
    }

    static String spell(byte[] bytes) {
        var letters = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            letters[i] = letterOf(bytes[i]);
        }
        return new String(letters);
    }

    /// The bytes that `token` spells. A token with a character outside the alphabet is plain text, and stands for its
    /// UTF-8 bytes.
    static byte[] bytesOf(String token) {
        var bytes = new byte[token.length()];
        for (int i = 0; i < bytes.length; i++) {
            char letter = token.charAt(i);
            if (letter >= BYTE_OF.length || BYTE_OF[letter] < 0) {
                return token.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) BYTE_OF[letter];
        }
        return bytes;
    }
}
