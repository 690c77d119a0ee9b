package fettle.document.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.document.clean.Cleaning.Layout;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// What holds for every text.
final class CleaningPropertyTest {

    private static final String FENCE = "```java\nint a;  \n\n\n\n\n// &lt; caf\u00C3\u00A9 \u00A0\n```\n";
    private static final String TABLE = "| a | b  |\n|---|:-:|\n| 1&#124; | \u00A0 |  \n";

    /// Pieces that rules act on, and pieces that must come through unharmed.
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of("word", " ", "  ", "\n", "\n\n", "\n\n\n\n\n", "\r\n", "\t", "    ",
                "```", "\n```\n", "~~~", "`", "|", "\n|---|---|\n", "| a | b |", "> ", "- ", "1. ", "---\n",
                "---\na: b\n",
                "+++\n", "# Head\n", "&amp;", "&lt;", "amp;", "&#38;", "&#96;", "&gt;", "&#x2019;", "&", ";", "#38;",
                "\u00C3\u00A9", "\u00E2\u20AC\u2122", "\u00C2", "\u00C3", "\u20AC", "\u00D0\u0178", "\u0007",
                "\u001B[1m",
                "\uD83D", "\uDE00", "😀", "👩\u200D👧", "می\u200Cخواهم", "\u200B", "ខ្មែរ", "\u00AD", "\uFEFF",
                "\u202E",
                "e\u0301", "가\u11A8", "“", "’", "\u00A0", "\u3000", "日本語", "<!--", "-->", "<!-", "- x -->",
                "[a](#a)", "- [a](#a)\n- [b](#b)\n- [c](#c)\n", "[![b](https://img.shields.io/a)](x)\n",
                "Edit this page\n", "key = \"", "AKIA", "ghp_", "Z8s9Kq2LmN4vXw7Rt1Yb",
                "-----BEGIN RSA PRIVATE KEY-----\n",
                "-----END RSA PRIVATE KEY-----\n", "secret", "[secret: x]", FENCE, TABLE);
        return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void eachRuleDoneTwiceIsDoneOnce(@ForAll("texts") String text, @ForAll Layout layout) {
        for (CleaningRule rule : Cleaning.RULES) {
            String once = rule.apply(text, layout).text();
            assertEquals(once, rule.apply(once, layout).text(), rule.id());
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void aRuleThatCountsNothingChangesNothing(@ForAll("texts") String text, @ForAll Layout layout) {
        for (CleaningRule rule : Cleaning.RULES) {
            CleaningRule.Change change = rule.apply(text, layout);
            assertEquals(change.count() == 0 || change.text().equals(text), change.text().equals(text), rule.id());
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void codeAndTablesComeThrough(@ForAll("proses") String before, @ForAll("proses") String after) {
        String block = FENCE + "\n" + TABLE;
        String clean = Cleaning.with(Map.of()).clean(before + "\n\n" + block + "\n" + after, Layout.MARKDOWN).text();
        assertEquals(true, clean.contains(block.replace("caf\u00C3\u00A9", "café")), clean);
    }

    @Provide
    Arbitrary<String> proses() {
        return Arbitraries.of("word ", "\u00A0", "\n\n", "cafe\u0301 ", "日本語", "\u200B", "  \n", "&eacute; ")
                .list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void whatIsSwitchedOffIsLeft(@ForAll("texts") String text, @ForAll Layout layout) {
        var off = new HashMap<String, Boolean>();
        Cleaning.RULES.forEach(rule -> off.put(rule.id(), false));
        assertEquals(new Cleaned(text, Map.of()), Cleaning.with(off).clean(text, layout));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void thePreviewCountsWhatIsDone(@ForAll("texts") String text, @ForAll Layout layout) {
        Map<String, Integer> counts = Cleaning.with(Map.of()).clean(text, layout).counts();
        for (RulePreview rule : Cleaning.preview(text, layout)) {
            if (rule.on()) {
                assertEquals(counts.getOrDefault(rule.rule(), 0), rule.count(), rule.rule());
            }
        }
    }
}
