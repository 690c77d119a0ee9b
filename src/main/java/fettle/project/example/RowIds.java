package fettle.project.example;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Ids of rows, gathered without an object for each; packed, they take a byte or two each.
final class RowIds {

    private long[] ids = new long[4];
    private int size;

    void add(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id;
    }

    /// Those of an array, which is not copied and not to be changed.
    static RowIds of(long[] ids) {
        var all = new RowIds();
        all.ids = ids;
        all.size = ids.length;
        return all;
    }

    int size() {
        return size;
    }

    /// Hands over the place of each row.
    void each(IntConsumer taker) {
        for (int index = 0; index < size; index++) {
            taker.accept((int) ids[index] - 1);
        }
    }

    /// As a JSON array.
    static String json(long[] ids) {
        var json = new StringBuilder(ids.length * 8).append('[');
        for (long id : ids) {
            json.append(json.length() == 1 ? "" : ",").append(id);
        }
        return json.append(']').toString();
    }

    /// All of them, ascending, each once.
    long[] sorted() {
        Arrays.sort(ids, 0, size);
        int kept = 0;
        for (int index = 0; index < size; index++) {
            if (kept == 0 || ids[kept - 1] != ids[index]) {
                ids[kept++] = ids[index];
            }
        }
        size = kept;
        return Arrays.copyOf(ids, size);
    }

    /// All of them, ascending, in parts of at most `most`; whole runs stay together.
    List<long[]> parts(int most) {
        long[] all = sorted();
        var parts = new ArrayList<long[]>();
        if (areRun(all)) {
            return all.length == 0 ? List.of() : List.of(all);
        }
        for (int from = 0; from < all.length; from += most) {
            parts.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + most)));
        }
        return parts;
    }

    static boolean areRun(long[] ids) {
        return ids.length == 0 || ids[ids.length - 1] - ids[0] == ids.length - 1L;
    }

    static long[] run(long first, long last) {
        long[] ids = new long[(int) (last - first + 1)];
        Arrays.setAll(ids, index -> first + index);
        return ids;
    }

    /// Each id as its distance from the one before, seven bits a byte.
    static byte[] pack(long[] ascending) {
        var bytes = new ByteArrayOutputStream(ascending.length * 2);
        long before = 0;
        for (long id : ascending) {
            long distance = id - before;
            for (; distance > 0x7f; distance >>>= 7) {
                bytes.write((int) (distance & 0x7f) | 0x80);
            }
            bytes.write((int) distance);
            before = id;
        }
        return bytes.toByteArray();
    }

    static long[] unpack(byte[] packed) {
        var ids = new RowIds();
        long before = 0;
        long distance = 0;
        int shift = 0;
        for (byte part : packed) {
            distance |= (part & 0x7fL) << shift;
            shift += 7;
            if (part >= 0) {
                before += distance;
                ids.add(before);
                distance = 0;
                shift = 0;
            }
        }
        return Arrays.copyOf(ids.ids, ids.size);
    }
}
