package fettle.document.clean;

/// One thing that is done to every text of a source.
public interface CleaningRule {

    /// A short word for programs and settings, such as "front-matter".
    String id();

    /// What lists show once it was done: "Front matter removed".
    String words();

    /// Whether it is on unless the person switches it off.
    boolean usual();

    /// The text without what it takes out. Done twice, the second time changes nothing.
    Change apply(String text, Cleaning.Layout layout);

    /// What one rule did.
    ///
    /// @param count places that were changed
    record Change(String text, int count) {}
}
