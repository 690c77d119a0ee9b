package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.Receipt.Counts;
import fettle.example.Receipt.Kind;
import fettle.example.Receipt.Problem;
import fettle.example.Receipt.Repeat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReceiptTextTest {

    private static final Problem ENTITY = new Problem("faq.csv", 57, 3, 56, "entity", "“&amp;” is an HTML entity.",
            "write &", false, "2 &amp; 3 `metres`", "2 & 3 `metres`");
    private static final Problem EMPTY = new Problem("faq.csv", 166, 0, 165, "missing-answer",
            "This row has no answer: `a_b` is empty.", "", false, "", "");
    private static final Receipt RECEIPT = new Receipt(new Counts(211, 212, 1, 2, 2, 4), "question-answer",
            "faq.csv is a table separated by commas.\nTaken for question-answer.", "UTF-8", List.of("link"),
            List.of(ENTITY, EMPTY), 7, List.of(new Kind("entity", 2, 0, 2, 0, ENTITY),
                    new Kind("missing-answer", 7, 2, 0, 0, EMPTY)),
            List.of(new Repeat("faq.csv", 88, 87, "Is it safe?")));

    @Test
    void comesBackFromItsJson() {
        assertEquals(Optional.of(RECEIPT), ReceiptJson.read(ReceiptJson.of(RECEIPT).toString()));
        assertEquals(Optional.empty(), ReceiptJson.read("{"));
    }

    @Test
    void canBeReadAsMarkdown() {
        assertEquals("""
                # Receipt: faq.csv

                | read | kept | examples | repaired | duplicates | refused |
                |---:|---:|---:|---:|---:|---:|
                | 213 | 211 | 212 | 1 | 4 | 2 |

                - faq.csv is a table separated by commas.
                - Taken for question-answer.
                - Encoding: UTF-8.
                - Not used: link.
                - 2 rows have something that could still be mended.

                ## Kinds of problems

                | kind | problems | rows refused | can be mended | mended | the first |
                |---|---:|---:|---:|---:|---|
                | entity | 2 | 0 | 2 | 0 | faq.csv:57:3, row 56 |
                | missing-answer | 7 | 2 | 0 | 0 | faq.csv:166, row 165 |

                ## Problems

                - **faq.csv:57:3, row 56** entity: “&amp;” is an HTML entity. What mends it: write &.
                  - as it stands: `` 2 &amp; 3 `metres` ``
                  - as it would be: `` 2 & 3 `metres` ``
                - **faq.csv:166, row 165** missing-answer: This row has no answer: \\`a\\_b\\` is empty.
                - … and 7 more, which are counted above.

                ## Repeats of earlier rows (kept and marked)

                - faq.csv:88, row 87: `Is it safe?`
                - … and 3 more.
                """, ReceiptText.markdown("faq.csv", RECEIPT));
    }
}
