package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // all words, in any order, whole but for the last
            "policy refund | Our refund policy",
            "refun | A refund",
            "re ref | refund re",
            "`refund ` | one refund",
            "CAFE | Im Café",
            "cafe\u0301s | cafés",
            "strasse | Straße 5",
            "straße | STRASSE",
            "foo_bar | a foo_bar b",
            "don't | I don’t",
            "3.14 | pi is 3.14159",
            // phrases
            "\"refund policy\" | the refund, policy",
            "“refund policy” | the refund policy",
            "\"refund pol | the refund policy",
            "\"refund pol\"* | the refund policy",
            // beginnings
            "refun* policy | the policy of refunds",
            // exclusions
            "refund -policy | no refund",
            "-policy | anything",
            "refund -\"refund policy\" | policy of refund",
            // scripts without blanks
            "模型 | 大模型训练",
            "本語 | 日本語",
            "한국 | 한국어는",
            "ｶﾞｽ | ガス",
            "が | か\u3099",
            "한 | \u1112\u1161\u11AB국",
            "ＡＢＣ | abc",
            "ไทย | ภาษาไทย",
            "GPT模型 | 用GPT模型",
            // emoji, with skin and without
            "🎉 | Done 🎉!",
            "👍 | ok 👍🏽",
            "👨‍👩‍👧 | a 👨‍👩‍👧 b",
            "i 🎉 | I🎉I",
            // nothing but blanks finds everything
            "`   ` | x"})
    void finds(String typed, String text) throws ExpectedException {
        SearchText search = SearchText.parse(typed);
        assertTrue(search.fits(List.of(text)), search.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "refund policy | refund",
            "`refun ` | refund",
            "fund | refund",
            "\"refund policy\" | policy refund",
            "\"refund pol\" | refund policy",
            "refund -policy | refund policy",
            "refund -pol* | refund policy",
            "a | about",
            "型模 | 模型",
            "は | ば",
            "≠ | = ="})
    void doesNotFind(String typed, String text) throws ExpectedException {
        SearchText search = SearchText.parse(typed);
        assertFalse(search.fits(List.of(text)), search.toString());
    }

    @Test
    void aPhraseStaysWithinOneText() throws ExpectedException {
        assertFalse(SearchText.parse("\"one two\"").fits(List.of("one", "two")));
        assertTrue(SearchText.parse("one two").fits(List.of("one", "two")));
    }

    @Test
    void hitsAreThePlacesInTheText() throws ExpectedException {
        assertEquals("The [café] of [Kölnś] [refunds], re",
                marked("cafe kölns refun", "The café of Kölnś refunds, re"));
        assertEquals("a [refund, policy] b [policy]",
                marked("\"refund policy\" policy -b", "a refund, policy b policy"));
        assertEquals("大[模型]训练[模型]", marked("模型", "大模型训练模型"));
        assertEquals("ok [👍🏽]!", marked("👍", "ok 👍🏽!"));
        assertEquals("[か\u3099]っこう", marked("が", "か\u3099っこう"));
        assertEquals("[cafe\u0301]s", marked("\"café\" x", "cafe\u0301 s").replace("] s", "]s"));
        assertEquals("none", marked("-none", "none"));
        assertEquals("[好好好]", marked("好好", "好好好"));
    }

    private static String marked(String typed, String text) throws ExpectedException {
        var marked = new StringBuilder(text);
        for (SearchText.Hit hit : SearchText.parse(typed).hits(text).reversed()) {
            marked.insert(hit.end(), ']').insert(hit.start(), '[');
        }
        return marked.toString();
    }

    @Test
    void saysThatThereIsNothingToSearchFor() {
        var thrown = assertThrows(ExpectedException.class, () -> SearchText.parse(" !!! "));
        assertEquals("search", thrown.kind());
        assertEquals("`!!!` holds no word to search for.", thrown.getMessage());
    }

    @Test
    void passesOverLongWordsAfterTheirBeginning() throws ExpectedException {
        String same = "x".repeat(64);
        assertTrue(SearchText.parse(same + "abc ").fits(List.of(same + "def")));
    }

    /// The index cuts at everything in ASCII that is no letter or digit: no letter may fold to that.
    @Test
    void eachLetterFoldsToLetters() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            byte kind = LetterFold.kind(point);
            if (kind == LetterFold.WORD || kind == LetterFold.SINGLE) {
                String folded = LetterFold.fold(point);
                assertTrue(folded.codePoints().allMatch(part -> part >= 0x80 || Character.isLetterOrDigit(part)),
                        "U+" + Integer.toHexString(point) + " folds to " + folded);
                assertTrue(folded.codePoints().noneMatch(part -> LetterFold.kind(part) == LetterFold.GAP),
                        "U+" + Integer.toHexString(point) + " folds to " + folded);
            }
        }
        assertEquals(LetterFold.GAP, LetterFold.kind(SearchWords.BORDER.codePointAt(0)));
    }

    @Test
    void whatIsFoundByItselfIsFound() throws ExpectedException {
        for (String word : Stream
                .of("İstanbul", "ǅ", "Σίσυφος", "ΣΊΣΥΦΟΣ", "हिन्दी", "שָׁלוֹם", "Ångström", "𝐛𝐨𝐥𝐝", "½", "№",
                        "①", "🇩🇪", "1️⃣", "ｱｲｳ", "㍿", "ﬁne")
                .toList()) {
            assertTrue(SearchText.parse(word + " ").fits(List.of("x " + word + " y")), word);
            assertTrue(SearchText.parse(word.toUpperCase(java.util.Locale.ROOT) + " ").fits(List.of(word)), word);
        }
    }
}
