package fettle.document;

import fettle.document.clean.Cleaning;

/// A text as it came in.
///
/// @param id stable within the project
/// @param sourceId the source it came from
/// @param path relative to the source, with forward slashes
/// @param title its first heading, else its file name
/// @param kind how it is cut
/// @param language the fence language for code, such as "java"; empty otherwise
/// @param text Unicode, line ends as `\n`
/// @param sha256 hex digest of the bytes as read
/// @param capture where exactly it comes from
public record Document(String id, String sourceId, String path, String title, Kind kind, String language, String text,
        String sha256, Capture capture) {

    public Document(String id, String sourceId, String path, String title, Kind kind, String language, String text,
            String sha256) {
        this(id, sourceId, path, title, kind, language, text, sha256, Capture.NONE);
    }

    public Document withText(String newText) {
        return new Document(id, sourceId, path, title, kind, language, newText, sha256, capture);
    }

    /// What kind of text it is.
    public enum Kind {
        MARKDOWN, TEXT, HTML, CODE;

        /// How a text of this kind is laid out; a page was turned into Markdown when it was read.
        public Cleaning.Layout layout() {
            return switch (this) {
                case MARKDOWN, HTML -> Cleaning.Layout.MARKDOWN;
                case TEXT -> Cleaning.Layout.PLAIN;
                case CODE -> Cleaning.Layout.CODE;
            };
        }
    }
}
