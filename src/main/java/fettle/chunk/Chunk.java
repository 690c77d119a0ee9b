package fettle.chunk;

import java.util.List;

/// A piece of a document that fits a token limit.
///
/// @param id stable within the project
/// @param documentId the document it was cut from
/// @param index 0-based place among the document's chunks
/// @param start offset of its source slice in the document's text, in UTF-16 units
/// @param end exclusive end of that slice
/// @param headingPath the headings above it, outermost first
/// @param text what a model reads: the slice, with fences that were split closed and opened again
/// @param tokens of `text`, in the encoding it was cut with
public record Chunk(String id, String documentId, int index, int start, int end, List<String> headingPath, String text,
        int tokens) {}
