package fettle.token.bpe;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The tokens of a BPE model and how bytes become them. Safe for several threads.
final class Vocabulary {

    private static final int CACHED_PIECES = 1 << 16;
    private static final int CACHED_LENGTH = 64;

    private final Map<String, Integer> ids; // spelled in the byte alphabet
    private final Merges merges;
    private final boolean wholeFirst;
    private final int[] idOfByte = new int[256];
    private final ConcurrentHashMap<String, int[]> cache = new ConcurrentHashMap<>();

    /// With `wholeFirst` a piece that is itself a token is taken as it is ("ignore_merges").
    Vocabulary(Map<String, Integer> ids, Merges merges, boolean wholeFirst) {
        this.ids = ids;
        this.merges = merges;
        this.wholeFirst = wholeFirst;
        for (int value = 0; value < 256; value++) {
            Integer id = ids.get(String.valueOf(ByteAlphabet.letterOf(value)));
            idOfByte[value] = id == null ? -1 : id;
        }
    }

    Map<String, Integer> ids() {
        return ids;
    }

    Merges merges() {
        return merges;
    }

    /// The ids of one piece of well-formed text. Bytes that the vocabulary does not have are left out, as elsewhere.
    int[] encode(String piece) {
        int[] known = cache.get(piece);
        if (known != null) {
            return known;
        }
        int[] encoded = encodeAnew(piece);
        if (piece.length() <= CACHED_LENGTH && cache.size() < CACHED_PIECES) {
            cache.put(piece, encoded);
        }
        return encoded;
    }

    private int[] encodeAnew(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        if (wholeFirst) {
            @Nullable
            Integer whole = ids.get(ByteAlphabet.spell(bytes));
            if (whole != null) {
                return new int[]{whole};
            }
        }
        var letters = new IdList();
        for (byte value : bytes) {
            if (idOfByte[value & 255] >= 0) {
                letters.add(idOfByte[value & 255]);
            }
        }
        return merges.apply(letters.toArray());
    }
}
