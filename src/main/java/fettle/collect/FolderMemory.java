package fettle.collect;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a visit to a folder leaves for the next one, so that files which stayed as they are need not be read again.
///
/// @param version of this form, and of how files are read
/// @param atMillis when the visit began; milliseconds since the epoch
/// @param choices how pages were read, as one text
/// @param files by path
record FolderMemory(int version, long atMillis, String choices, Map<String, Seen> files) {

    static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A file that was written so shortly before a visit may have changed after it within the same tick of its clock.
    private static final long TICK_MILLIS = 2000;

    static final FolderMemory NONE = new FolderMemory(VERSION, 0, "", Map.of());

    /// A file as it was.
    ///
    /// @param reason why it was not taken; empty when it was
    record Seen(long bytes, long modifiedMillis, String reason) {}

    FolderMemory {
        files = Map.copyOf(files);
    }

    /// Reads it back; what cannot be read, or was written by another version, is nothing.
    static FolderMemory read(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        try {
            FolderMemory read = JSON.readValue(text, FolderMemory.class);
            return read.version() == VERSION ? read : NONE;
        } catch (JacksonException _) {
            return NONE;
        }
    }

    String write() {
        return JSON.writeValueAsString(this);
    }

    /// Whether a file is surely as it was.
    boolean isSame(FolderListing.Entry file) {
        Seen seen = files.get(file.path());
        return seen != null && seen.bytes() == file.bytes() && seen.modifiedMillis() == file.modifiedMillis()
                && seen.modifiedMillis() + TICK_MILLIS < atMillis;
    }

    boolean wasTaken(String path) {
        Seen seen = files.get(path);
        return seen != null && seen.reason().isEmpty();
    }
}
