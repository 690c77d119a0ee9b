package fettle.chunk;

import fettle.chunk.Packer.Piece;
import fettle.document.Document;
import fettle.token.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/// Cuts documents into chunks. Pure: the same document, settings and encoding give the same chunks. No chunk is ever over
/// the limit; together the slices cover the document but for white space between them.
public final class Cutter {

    private final CutSettings settings;
    private final TokenCounter counter;

    /// `counter` counts in the encoding that `settings` names.
    public Cutter(CutSettings settings, TokenCounter counter) {
        this.settings = settings;
        this.counter = counter;
    }

    /// The chunks in the order of the document, without ids; none of a document without text.
    public List<Chunk> cut(Document document) {
        var slices = new Slices(document.text(), counter, settings.tokens());
        List<Piece> pieces = switch (settings.by()) {
            case TOKENS -> windows(slices);
            case STRUCTURE -> structure(slices, document.kind());
        };
        var chunks = new ArrayList<Chunk>();
        for (Piece piece : pieces) {
            chunks.add(new Chunk("", document.id(), chunks.size(), piece.start(), piece.end(), piece.headingPath(),
                    piece.text(), piece.tokens()));
        }
        return List.copyOf(chunks);
    }

    private static List<Piece> structure(Slices slices, Document.Kind kind) {
        return switch (kind) {
            case MARKDOWN, HTML -> Packer.pack(slices, MarkdownUnits.of(slices),
                    text -> Fences.closing(text).map(line -> "\n" + line).orElse(""));
            case CODE -> Packer.pack(slices, CodeUnits.of(slices), _ -> "");
            case TEXT -> Packer.pack(slices, new PlainSplitter(slices, slices.limit()).split(0,
                    slices.text().length()).stream().map(Unit::plain).toList(), _ -> "");
        };
    }

    /// One window after the other, each as long as the limit allows, wherever that ends.
    private List<Piece> windows(Slices slices) {
        var pieces = new ArrayList<Piece>();
        int length = slices.text().length();
        for (int from = 0; from < length;) {
            int end = slices.furthest(from, length, settings.tokens());
            int trimmedEnd = slices.trimmedEnd(from, end);
            int start = slices.trimmedStart(from, trimmedEnd);
            if (start < trimmedEnd) {
                String text = slices.text().substring(start, trimmedEnd);
                pieces.add(new Piece(start, trimmedEnd, List.of(), text, counter.count(text)));
            }
            from = end;
        }
        return pieces;
    }
}
