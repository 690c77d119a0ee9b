package fettle.chunk;

/// A slice of a text: `end` is exclusive.
record Span(int start, int end) {}
