package fettle.collect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tells UTF-16 that has no byte order mark: every second byte is far more monotonous than the others.
final class Utf16 {

    private Utf16() {}

    static Optional<Charset> of(byte[] bytes) {
        if (bytes.length < 4 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        double even = entropy(bytes, 0);
        double odd = entropy(bytes, 1);
        if (Math.abs(even - odd) <= 1) {
            return Optional.empty();
        }
        Charset charset = even < odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return TextDecoder.strict(bytes, charset).filter(Utf16::isText).map(_ -> charset);
    }

    private static boolean isText(String text) {
        return text.codePoints().allMatch(character -> switch (Character.getType(character)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t' || character == '\f';
            default -> true;
        });
    }

    /// In bits, of every second byte from `first` on.
    private static double entropy(byte[] bytes, int first) {
        var counts = new int[256];
        for (int i = first; i < bytes.length; i += 2) {
            counts[bytes[i] & 255]++;
        }
        int total = (bytes.length - first + 1) / 2;
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / total;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
