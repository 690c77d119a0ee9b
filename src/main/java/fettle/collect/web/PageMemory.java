package fettle.collect.web;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a visit leaves for the next one.
///
/// @param version of this form
/// @param pages by the address that was asked for, in the order they were named
record PageMemory(int version, Map<String, Known> pages) {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    static final PageMemory NONE = new PageMemory(VERSION, Map.of());

    /// One page.
    ///
    /// @param address where it came from, after redirects; empty when it never came
    /// @param path of its document; empty when it gave none
    /// @param raw sha256 of its bytes in the captures
    /// @param charset what the server said of it; empty if it said nothing
    /// @param choice how it was read
    /// @param atMillis when its bytes came
    /// @param bytes how many
    /// @param reason why it gave no document, as a clause; empty when it gave one
    record Known(String address, String path, String raw, String type, String charset, String etag, String modified,
            String choice, long atMillis, long bytes, String byline, String published, String site, String canonical,
            String reason) {

        static Known failed(String reason) {
            return new Known("", "", "", "", "", "", "", "", 0, 0, "", "", "", "", reason);
        }

        Known withReason(String newReason) {
            return new Known(address, path, raw, type, charset, etag, modified, choice, atMillis, bytes, byline,
                    published, site, canonical, newReason);
        }
    }

    PageMemory {
        pages = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pages));
    }

    /// Reads it back. What cannot be read, or was written by another version, is nothing.
    static PageMemory read(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        try {
            PageMemory read = JSON.readValue(text, PageMemory.class);
            return read.version == VERSION ? read : NONE;
        } catch (JacksonException _) {
            return NONE;
        }
    }

    String write() {
        return JSON.writeValueAsString(this);
    }
}
