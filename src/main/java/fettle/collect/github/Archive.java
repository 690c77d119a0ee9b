package fettle.collect.github;

import fettle.collect.repository.PathRules;
import fettle.job.ExpectedException;
import fettle.web.WebException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the archive of a commit as it comes, file by file, in memory: nothing is ever written to a place that the archive
/// names. Links, devices and names that lead elsewhere are refused and told.
final class Archive {

    /// Who is told of what the archive holds. Paths are relative to its top folder.
    interface Listener {

        /// Whether a file's content is wanted. `size` is in bytes.
        boolean wants(String path, long size);

        void file(String path, byte[] content);

        void refused(String path, String reason);

        /// How far it is, in packed bytes.
        void at(long packedBytes);
    }

    /// The archive ended too early, or is damaged.
    static final class Broken extends IOException {

        Broken(Throwable cause) {
            super("the archive is not whole", cause);
        }
    }

    private final Listener listener;
    private final Gauge.Bounds bounds;
    private String top = "";

    Archive(Listener listener, Gauge.Bounds bounds) {
        this.listener = listener;
        this.bounds = bounds;
    }

    /// Throws [Broken] or a [WebException] when it ends too early; an [ExpectedException] when it is too large.
    void read(InputStream packed) throws IOException {
        var counted = new Gauge.Counted(packed);
        try {
            var gauge = new Gauge(unpacked(counted), counted, bounds);
            members(new Tar(gauge, bounds.headerBytes()), gauge, counted);
            gauge.skip(Long.MAX_VALUE); // to its end, where the check sum is
        } catch (WebException | ExpectedException | Broken known) {
            throw known;
        } catch (IOException | IllegalArgumentException broken) {
            throw new Broken(broken);
        }
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        var ahead = new PushbackInputStream(packed, 2);
        byte[] magic = ahead.readNBytes(2);
        ahead.unread(magic);
        boolean zipped = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return zipped ? new GZIPInputStream(ahead, 1 << 16) : ahead;
    }

    private void members(TarArchiveInputStream tar, Gauge gauge, Gauge.Counted counted) throws IOException {
        for (int entries = 0;; entries++) {
            if (entries > bounds.entries()) {
                throw new ExpectedException("archive", "The archive has more than " + bounds.entries()
                        + " entries, so it was not read further.", "Choose a smaller repository.");
            }
            gauge.headerBegins();
            TarArchiveEntry entry = tar.getNextEntry();
            gauge.headerEnds();
            if (entry == null) {
                return;
            }
            listener.at(counted.count());
            member(tar, entry);
            tar.skip(Long.MAX_VALUE);
        }
    }

    private void member(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        String name = entry.getName();
        boolean folder = entry.isDirectory();
        String path = folder && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        Optional<String> unsafe = PathRules.unsafe(path);
        if (unsafe.isPresent()) {
            listener.refused(path, unsafe.get());
            return;
        }
        if (top.isEmpty() && (folder || path.contains("/"))) {
            top = (path + "/").substring(0, (path + "/").indexOf('/') + 1);
        }
        if (top.isEmpty() || !path.startsWith(top)) {
            if (!(path + "/").equals(top)) {
                listener.refused(path, "outside of the archive's own folder");
            }
            return;
        }
        String inside = path.substring(top.length());
        Optional<String> odd = odd(entry);
        if (odd.isPresent()) {
            listener.refused(inside, odd.get());
        } else if (!folder && listener.wants(inside, entry.getSize())) {
            listener.file(inside, content(tar, entry.getSize()));
        }
    }

    private static Optional<String> odd(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return Optional.of("a link, which is not followed");
        }
        if (entry.isLink()) {
            return Optional.of("a hard link, which is not followed");
        }
        if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            return Optional.of("a device, which no repository has");
        }
        return entry.isSparse() ? Optional.of("a sparse file, which is not read") : Optional.empty();
    }

    private static byte[] content(TarArchiveInputStream tar, long size) throws IOException {
        byte[] content = tar.readNBytes(Math.toIntExact(Math.min(size, PathRules.LARGEST + 1)));
        if (content.length < Math.min(size, PathRules.LARGEST + 1)) {
            throw new EOFException("the archive ends within a file");
        }
        return content;
    }

    /// Long names are read to a bound, where the library would take any length.
    private static final class Tar extends TarArchiveInputStream {

        private final int most;

        Tar(InputStream in, int most) {
            super(in, "UTF-8");
            this.most = most;
        }

        @Override
        protected byte @Nullable [] getLongNameData() throws IOException {
            var name = new ByteArrayOutputStream();
            name.write(readNBytes(most));
            if (getNextEntry() == null) {
                return null;
            }
            byte[] bytes = name.toByteArray();
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return Arrays.copyOf(bytes, end);
        }
    }
}
