package fettle.ui.control;

import java.util.List;

/// A piece of a text that is read, one below the other.
public sealed interface Block {

    /// A heading; level 1 is the largest.
    record Heading(int level, List<Run> runs) implements Block {}

    record Paragraph(List<Run> runs) implements Block {}

    /// An entry of a list; `depth` is 0 for the outermost list, `marker` such as "•" or "2."
    record Item(int depth, String marker, List<Run> runs) implements Block {}

    record Quote(List<Run> runs) implements Block {}

    /// Lines that are not wrapped; `language` is the fence's, or empty.
    record Code(String text, String language) implements Block {}

    /// A line across with words, such as where a chunk ends.
    record Mark(String words) implements Block {}

    /// A line of a longer whole, of which some were taken: those are marked, the others step back.
    record Part(boolean taken, String text) implements Block {}

    /// A piece of a line in one style.
    record Run(String text, Style style) {}

    /// How a run looks.
    enum Style {
        PLAIN, STRONG, EMPHASIS, CODE, LINK
    }
}
