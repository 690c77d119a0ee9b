package fettle.ui.example.editor;

/// A place in the texts of an example.
///
/// @param turn from 0
/// @param text which text of the turn, from 0; one too many means the last
/// @param offset in that text, in UTF-16 units
record Caret(int turn, int text, int offset) {}
