package fettle.ui.chunk;

import fettle.chunk.Chunk;
import fettle.document.Document;
import fettle.ui.control.Block;
import fettle.ui.control.Markdown;
import fettle.ui.control.Reader;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;

/// A document with its cuts.
///
/// @param chunks in order; empty when it is not cut yet
record CutDocument(String id, String path, Document.Kind kind, String language, List<Chunk> chunks) {

    /// Tokens of each chunk, in order.
    List<Integer> sizes() {
        return chunks.stream().map(Chunk::tokens).toList();
    }

    /// Its chunks to read, a mark after each; the group of a line is the place of its chunk.
    List<Reader.Line> lines() {
        var lines = new ArrayList<Reader.Line>();
        for (Chunk chunk : chunks) {
            blocks(chunk.text()).forEach(block -> lines.add(new Reader.Line(chunk.index(), block)));
            lines.add(new Reader.Line(chunk.index(), new Block.Mark("chunk %d ends · %s".formatted(chunk.index() + 1,
                    Words.count(chunk.tokens(), "token", "tokens")))));
        }
        return lines;
    }

    private List<Block> blocks(String text) {
        return switch (kind) {
            case MARKDOWN, HTML -> Markdown.blocks(text);
            case TEXT -> Markdown.plain(text);
            case CODE -> Markdown.code(text, language);
        };
    }
}
