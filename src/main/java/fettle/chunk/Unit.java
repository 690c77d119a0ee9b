package fettle.chunk;

/// A slice that a chunk takes whole.
///
/// @param lead what the chunk needs before it; it then begins a chunk
/// @param trail what the chunk needs after it; it then ends a chunk
/// @param heading its level, 1 to 6; 0 for what is no heading; -1 for front matter
/// @param title of a heading; empty otherwise
record Unit(int start, int end, String lead, String trail, int heading, String title) {

    static Unit plain(Span span) {
        return new Unit(span.start(), span.end(), "", "", 0, "");
    }

    boolean begins() {
        return !lead.isEmpty();
    }

    boolean ends() {
        return !trail.isEmpty();
    }
}
