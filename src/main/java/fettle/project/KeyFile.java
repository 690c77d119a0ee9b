package fettle.project;

import fettle.disk.AtomicFile;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The keys of providers: one file outside every project, which only this person may read.
public final class KeyFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    /// `home` is FETTLE_HOME.
    public KeyFile(Path home) {
        file = home.resolve("keys.json");
    }

    /// The providers that have a key, by name.
    public List<String> providers() throws IOException {
        return read().propertyNames().stream().sorted().toList();
    }

    public Optional<String> find(String provider) throws IOException {
        JsonNode key = read().path(provider);
        return key.isString() ? Optional.of(key.stringValue()) : Optional.empty();
    }

    public void set(String provider, String key) throws IOException {
        change(keys -> keys.put(provider, key));
    }

    /// Returns whether there was one.
    public boolean delete(String provider) throws IOException {
        boolean was = read().has(provider);
        change(keys -> keys.remove(provider));
        return was;
    }

    /// Another process may change the file at the same time; the lock is let go when this process ends, too.
    private synchronized void change(Consumer<ObjectNode> change) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path lock = file.resolveSibling(".keys.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var held = channel.lock()) {
            assert held.isValid();
            ObjectNode keys = read();
            change.accept(keys);
            AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keys) + "\n");
            keepToSelf();
        } catch (FileSystemException refused) {
            throw new ExpectedException("disk", "The key file " + file + " cannot be written.",
                    "Check the permissions of its folder.", refused);
        }
    }

    /// A new file is made with 0600 already; this holds where the folder's rules would have it otherwise.
    private void keepToSelf() throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private ObjectNode read() throws IOException {
        try {
            return JSON.readValue(Files.readString(file), ObjectNode.class);
        } catch (NoSuchFileException _) {
            return JSON.createObjectNode();
        } catch (JacksonException _) { // without its text: it may hold a key
            throw new ExpectedException("damaged", "The key file " + file + " is not valid JSON.",
                    "Mend it, or delete it and set the keys again.");
        }
    }
}
