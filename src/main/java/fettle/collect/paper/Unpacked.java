package fettle.collect.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The members of a ZIP file, unpacked in memory and counted while they are, so that a small file cannot become a giant.
/// Nothing is ever written to a path that a member names.
final class Unpacked {

    private static final int MOST_MEMBERS = 20_000;
    private static final long MOST_BYTES = 400_000_000;
    private static final long MOST_KEPT = 60_000_000;

    /// A file of text packs to a tenth; what packs to less than a hundredth was made to burst.
    private static final long MOST_RATIO = 200;
    private static final long SMALL = 20_000_000;

    private final Map<String, byte[]> members = new HashMap<>();

    private Unpacked() {}

    /// Counts all members, keeps those whose name is `wanted`: as trees they need ten times their size.
    static Unpacked of(byte[] zip, Predicate<String> wanted, Deadline deadline) throws IOException {
        if (zip.length > 4 && (zip[0] & 255) == 0xD0 && (zip[1] & 255) == 0xCF) {
            throw new UnreadableException("protected by a password, or of an older kind");
        }
        var unpacked = new Unpacked();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            unpacked.fill(in, zip.length, wanted, deadline);
        } catch (ZipException | IllegalArgumentException _) {
            throw new UnreadableException("broken, or not what its name says");
        }
        if (unpacked.members.isEmpty()) {
            throw new UnreadableException("broken, or not what its name says");
        }
        return unpacked;
    }

    private void fill(ZipInputStream in, long packed, Predicate<String> wanted, Deadline deadline) throws IOException {
        long total = 0;
        long kept = 0;
        int count = 0;
        var buffer = new byte[1 << 16];
        ZipEntry entry;
        while ((entry = in.getNextEntry()) != null) {
            if (++count > MOST_MEMBERS) {
                throw new UnreadableException("made of more than " + MOST_MEMBERS + " parts");
            }
            boolean keep = !entry.isDirectory() && wanted.test(entry.getName());
            var out = new ByteArrayOutputStream();
            int read;
            while ((read = in.read(buffer)) > 0) {
                total += read;
                kept += keep ? read : 0;
                boolean bursts = total > SMALL && total / MOST_RATIO > packed;
                if (bursts || total > MOST_BYTES || kept > MOST_KEPT) {
                    throw new UnreadableException("too large when it is unpacked");
                }
                deadline.check();
                if (keep) {
                    out.write(buffer, 0, read);
                }
            }
            if (keep) {
                members.putIfAbsent(entry.getName(), out.toByteArray());
            }
        }
    }

    Optional<byte[]> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    boolean has(String name) {
        return members.containsKey(name);
    }
}
