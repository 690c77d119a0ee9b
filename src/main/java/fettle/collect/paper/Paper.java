package fettle.collect.paper;

import fettle.document.Document;

/// What became of a file.
public sealed interface Paper {

    /// Its text.
    ///
    /// @param title as the file itself says; empty if it does not
    /// @param kind how the text is laid out
    record Taken(String title, Document.Kind kind, String text) implements Paper {}

    /// Why there is no text.
    ///
    /// @param reason a short clause
    record Refused(String reason) implements Paper {}
}
