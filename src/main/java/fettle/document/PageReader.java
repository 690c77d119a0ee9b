package fettle.document;

import java.util.Optional;

/// Finds the text of a page of the web: of its article, of its whole body, or of what a CSS selector names.
public interface PageReader {

    /// The choice that is meant when nothing was chosen.
    String ARTICLE = "article";

    /// The choice of the whole body.
    String BODY = "body";

    /// What a choice begins with that names a CSS selector.
    String SELECTOR = "css:";

    /// Reads a page as it came from `address`, under `choice`: "article", "body" or "css:SELECTOR"; blank means "article".
    /// What cannot be done, such as a selector that finds nothing, stands in the note.
    Reading read(byte[] html, String address, String choice);

    /// Why a page cannot be read under that choice, as a sentence: the selector is written wrongly. Empty when it can.
    Optional<String> refusal(String choice);

    /// What was read.
    ///
    /// @param title of the article or page; empty if it has none
    /// @param markdown what a document made of it holds before cleaning; empty when nothing was found
    /// @param wholeText the text of the whole page, a line for each block, to be shown beside
    /// @param byline who wrote it; empty if that is not said
    /// @param note a sentence for the person when there is something to say, such as that the page wants a subscription
    record Reading(String title, String markdown, String wholeText, String byline, String note) {}
}
