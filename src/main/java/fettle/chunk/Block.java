package fettle.chunk;

import java.util.List;

/// A part of a document that stays whole while it fits. Blocks cover their document without gaps: each reaches to the
/// start of the next.
sealed interface Block {

    int start();

    int end();

    /// A paragraph, an HTML block, indented code …
    record Text(int start, int end) implements Block {}

    /// What stands before the first line of a document between two lines of `---`.
    record FrontMatter(int start, int end) implements Block {}

    /// @param level 1 to 6
    record Heading(int start, int end, int level, String title) implements Block {}

    /// A list, an item of it, a quotation.
    record Container(int start, int end, List<Block> children) implements Block {}

    /// @param bodyStart where the first row after the header and its rule begins
    record Table(int start, int end, int bodyStart) implements Block {}

    /// A fenced code block.
    ///
    /// @param bodyStart where the first line of code begins
    /// @param bodyEnd where the closing line begins; `end` if there is none
    /// @param opening what opens it again, with its info string and indentation
    /// @param closing what closes it
    record Fence(int start, int end, int bodyStart, int bodyEnd, String opening, String closing) implements Block {

        boolean closed() {
            return bodyEnd < end;
        }

        /// What stands before each of its lines, such as "> ".
        String indent() {
            int length = closing.length();
            while (length > 0 && "`~".indexOf(closing.charAt(length - 1)) >= 0) {
                length--;
            }
            return closing.substring(0, length);
        }
    }
}
