package fettle.ui.control.text;

/// A style class on a piece of a text. Spans may lie over each other.
///
/// @param from offset of the first UTF-16 unit
/// @param to exclusive end
/// @param style a class of fettle.css, such as "md-heading"
public record Span(int from, int to, String style) {}
