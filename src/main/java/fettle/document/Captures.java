package fettle.document;

import java.io.IOException;
import java.util.Optional;

/// Raw bytes as they came from elsewhere, by content hash, in the project's folder.
public interface Captures {

    /// Keeps the bytes. Returns their sha256 in hex.
    String keep(byte[] bytes) throws IOException;

    /// The bytes with that sha256, when they are still there.
    Optional<byte[]> find(String sha256) throws IOException;
}
