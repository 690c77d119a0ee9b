package fettle.ui.control.text;

import java.util.BitSet;
import java.util.List;

/// How a text is drawn.
///
/// @param spans in any order
/// @param codeLines 0-based lines that belong to a code fence
public record Styling(List<Span> spans, BitSet codeLines) {

    public static final Styling PLAIN = new Styling(List.of(), new BitSet());
}
