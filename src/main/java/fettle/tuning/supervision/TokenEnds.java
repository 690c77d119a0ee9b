package fettle.tuning.supervision;

/// Where tokens end in the text that they came from.
final class TokenEnds {

    private TokenEnds() {}

    /// One offset for each id; a token that ends within a letter ends before it. Empty when the tokens do not spell the
    /// text byte for byte, as with a tokenizer that normalises.
    static int[] of(String text, int[] ids, Coding coding) {
        int[] ends = new int[ids.length];
        int at = 0;
        long read = 0;
        long due = 0;
        for (int token = 0; token < ids.length; token++) {
            due += coding.bytesOf(ids[token]).length;
            while (at < text.length()) {
                int letter = text.codePointAt(at);
                int bytes = utf8(letter);
                if (read + bytes > due) {
                    break;
                }
                read += bytes;
                at += Character.charCount(letter);
            }
            ends[token] = at;
        }
        return read == due && at == text.length() ? ends : new int[0];
    }

    private static int utf8(int letter) {
        return letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
    }
}
