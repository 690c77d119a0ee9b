package fettle.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to write to a project folder. The operating system takes it back when the process dies, so a holder file
/// left by a crash never bars anyone.
final class FolderLock implements AutoCloseable {

    /// On POSIX, closing any channel on a file gives up the process's locks on it. So this process never opens the lock
    /// file a second time: it asks here first.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Takes the lock; empty when somebody has it. `folder` exists.
    static Optional<FolderLock> take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD_HERE.add(real)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(real.resolve(".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                taken = lock != null;
                if (taken) {
                    Files.writeString(holderFile(real), Holder.self().json());
                    return Optional.of(new FolderLock(real, channel));
                }
                return Optional.empty();
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } finally {
            if (!taken) {
                HELD_HERE.remove(real);
            }
        }
    }

    /// Who has it, as a sentence.
    static String holderSentence(Path folder) {
        return Holder.read(holderFile(folder)).map(Holder::sentence)
                .orElse("Another program has this project open; here it can be read only.");
    }

    private static Path holderFile(Path folder) {
        return folder.resolve(".holder");
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(holderFile(folder));
        } finally {
            channel.close();
            HELD_HERE.remove(folder);
        }
    }
}
