package fettle.collect.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.github.GitHubStandIn.Tar;
import fettle.job.ExpectedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;

/// Archives that mean harm, or are not whole.
final class ArchiveTest implements Archive.Listener {

    private final List<String> told = new ArrayList<>();

    @Override
    public boolean wants(String path, long size) {
        return size < 1000;
    }

    @Override
    public void file(String path, byte[] content) {
        told.add(path + " " + content.length);
    }

    @Override
    public void refused(String path, String reason) {
        told.add("refused " + reason);
    }

    @Override
    public void at(long packedBytes) {}

    private void read(byte[] archive, Gauge.Bounds bounds) throws IOException {
        new Archive(this, bounds).read(new ByteArrayInputStream(archive));
    }

    @Test
    void unpacksOnlyWhatIsWanted() throws Exception {
        var tar = new Tar("top");
        tar.add("a.md", new byte[10], "100644");
        tar.add("big", new byte[100_000], "100644");
        tar.add("b/" + "c".repeat(300), new byte[20], "100644");
        read(tar.bytes(), Gauge.Bounds.USUAL);
        assertEquals(List.of("a.md 10", "b/" + "c".repeat(300) + " 20"), told);
    }

    @Test
    void stopsAnArchiveThatSwells() {
        var tar = new Tar("top");
        tar.add("zeros", new byte[120_000_000], "100644");
        byte[] bytes = tar.bytes();
        assertTrue(assertThrows(ExpectedException.class, () -> read(bytes, Gauge.Bounds.USUAL)).getMessage()
                .startsWith("The archive swells to more than 300 times its size"));
        assertTrue(assertThrows(ExpectedException.class, () -> read(bytes, new Gauge.Bounds(1_000_000, 9_999, 9,
                9_999))).getMessage().startsWith("The archive holds more than 1 MB"));
    }

    @Test
    void stopsAnArchiveOfTooManyEntriesAndNamesWithoutEnd() {
        var many = new Tar("top");
        for (int number = 0; number < 50; number++) {
            many.add("f" + number, new byte[1], "100644");
        }
        assertTrue(assertThrows(ExpectedException.class, () -> read(many.bytes(), new Gauge.Bounds(1_000_000, 300, 20,
                9_999))).getMessage().startsWith("The archive has more than 20 entries"));
        for (byte kind : new byte[]{'L', 'x', 'g', 'K'}) {
            assertThrows(IOException.class, () -> read(named(kind), Gauge.Bounds.USUAL), "kind " + (char) kind);
        }
    }

    /// An archive of one member of that kind, whose 3 MB are a name.
    private static byte[] named(byte kind) throws IOException {
        var header = new TarArchiveEntry("././@Name", kind, true);
        header.setSize(3_000_000);
        byte[] record = new byte[512];
        header.writeEntryHeader(record);
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            zipped.write(record);
            zipped.write(filled(3_000_000));
        }
        return bytes.toByteArray();
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'n');
        return bytes;
    }

    @Test
    void tellsAnArchiveThatIsNotWhole() throws Exception {
        var tar = new Tar("top");
        byte[] noise = new byte[900];
        new java.util.Random(7).nextBytes(noise);
        for (int number = 0; number < 30; number++) {
            tar.add("f" + number, noise, "100644");
        }
        byte[] whole = tar.bytes();
        for (int length : new int[]{0, 1, 100, whole.length / 2, whole.length - 4}) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length > 1) {
                assertThrows(Archive.Broken.class, () -> read(cut, Gauge.Bounds.USUAL), "cut at " + length);
            }
        }
        byte[] bent = whole.clone();
        bent[whole.length / 2] ^= 0x55;
        assertThrows(Archive.Broken.class, () -> read(bent, Gauge.Bounds.USUAL));
        var page = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(page)) {
            zipped.write("<html>not an archive</html>".repeat(60).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThrows(IOException.class, () -> read(page.toByteArray(), Gauge.Bounds.USUAL));
    }
}
