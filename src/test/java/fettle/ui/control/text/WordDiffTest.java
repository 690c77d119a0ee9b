package fettle.ui.control.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.ui.control.text.WordDiff.Kind;
import fettle.ui.control.text.WordDiff.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class WordDiffTest {

    @Test
    void tellsWordsThatWentAndCame() {
        assertEquals(List.of(new Piece(Kind.SAME, "The "), new Piece(Kind.GONE, "old"), new Piece(Kind.NEW, "new"),
                new Piece(Kind.SAME, " lamp turns.")), WordDiff.of("The old lamp turns.", "The new lamp turns."));
    }

    @Test
    void readsPhrasesTogetherOverSingleBlanks() {
        assertEquals(List.of(new Piece(Kind.GONE, "one two"), new Piece(Kind.NEW, "three four")),
                WordDiff.of("one two", "three four"));
    }

    @Test
    void givesBothTextsBackWholeWhateverTheyHold() {
        String before = "灯塔 needs oil\r\n\tand 👩‍🚀 e\u0301 " + "wick ".repeat(30_000);
        String after = "灯 needs gas\nand 👩‍🚀 é " + "mantle ".repeat(30_000);
        for (String[] pair : new String[][]{{before, after}, {"", after.substring(0, 40)}, {"a b", ""}, {"", ""}}) {
            List<Piece> pieces = WordDiff.of(pair[0], pair[1]);
            assertEquals(pair[0], text(pieces, Kind.NEW));
            assertEquals(pair[1], text(pieces, Kind.GONE));
        }
        assertTrue(WordDiff.of("", "").isEmpty());
    }

    private static String text(List<Piece> pieces, Kind without) {
        return pieces.stream().filter(piece -> piece.kind() != without).map(Piece::text)
                .collect(Collectors.joining());
    }
}
