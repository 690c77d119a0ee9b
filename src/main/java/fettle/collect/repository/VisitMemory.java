package fettle.collect.repository;

import fettle.source.Skipped;
import fettle.source.SourceFacts;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a visit to a repository leaves for the next one.
///
/// @param version of this form
/// @param commit that was read, in full
/// @param scope what decided which files were taken: patterns and folders, as one text
/// @param documents how many there were
/// @param refused files whose content was not taken: blob and path, then the reason
/// @param skipped what was there and was not taken
/// @param facts of the source
/// @param extra further things that a kind of repository keeps, such as the ETag of an answer
public record VisitMemory(int version, String commit, String scope, int documents,
        Map<String, String> refused, List<Skipped> skipped, SourceFacts facts, Map<String, String> extra) {

    public static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static final VisitMemory NONE = new VisitMemory(VERSION, "", "", 0, Map.of(), List.of(),
            SourceFacts.NONE, Map.of());

    /// Reads it back. What cannot be read, or was written by another version, is nothing: the visit is then a first one.
    public static VisitMemory read(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        try {
            VisitMemory read = JSON.readValue(text, VisitMemory.class);
            return read.version() == VERSION ? read : NONE;
        } catch (JacksonException _) {
            return NONE;
        }
    }

    public String write() {
        return JSON.writeValueAsString(this);
    }

    public VisitMemory {
        refused = Map.copyOf(refused);
        skipped = List.copyOf(skipped);
        extra = Map.copyOf(extra);
    }
}
