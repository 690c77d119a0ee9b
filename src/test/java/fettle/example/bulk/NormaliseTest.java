package fettle.example.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.project.TemporaryProject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule alone, and together in their order.
final class NormaliseTest {

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '|', value = {
            "ENTITIES,Caf&eacute; &amp; &#8217;bar&#x2019; &nope; AT&T,Café & ’bar’ &nope; AT&T",
            "ENTITIES,`&lt;b&gt;` is &lt;b&gt;,`&lt;b&gt;` is <b>", "LINE_ENDS,a\\r\\nb\\rc,a\\nb\\nc",
            "NFC,e\u0301 한,é 한", "ODD_BLANKS,a\u00A0b\u2009c\u3000d,a b c d", "ZERO_WIDTH,a\u200Bb\uFEFFc\u00ADd,abcd",
            "ZERO_WIDTH,👨\u200D👩,👨\u200D👩", "STRAIGHT_QUOTES,“so” it’s ‘x’,\"so\" it's 'x'",
            "CURLY_QUOTES,\"so\" it's 'x' 5' 6\",“so” it’s ‘x’ 5' 6\"",
            "CURLY_QUOTES,say `\"no\"` \"yes\",say `\"no\"` “yes”",
            "LINE_TAILS,a   \\nb\\t\\nc ,a\\nb\\nc", "LINE_TAILS,a  \\nb,a  \\nb", "BLANKS,  a   b\\t\\tc,  a b c",
            "BLANK_LINES,a\\n\\n \\n\\n\\nb\\n\\nc,a\\n\\nb\\n\\nc", "ENDS, \\n a \\n ,a"})
    void aRuleDoesOneThing(Rule rule, String before, String after) {
        assertEquals(lines(after), rule.on(lines(before)));
    }

    private static String lines(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    }

    @Test
    void codeIsLeftAloneWhereARuleCouldBreakIt() {
        String text = """
                “Run   this”:

                ```python
                x   =  "a   b"



                print('“')
                ```

                    indented   "code"

                and  "more\"""";
        String after = Rule.BLANKS.on(Rule.BLANK_LINES.on(Rule.CURLY_QUOTES.on(text)));
        assertEquals("""
                “Run this”:

                ```python
                x   =  "a   b"



                print('“')
                ```

                    indented   "code"

                and “more”""", after);
    }

    @Test
    void rulesThatAreOffAreCountedAndNotApplied() throws Exception {
        var example = TemporaryProject.examples("""
                {"messages":[{"role":"user","content":"“So”"},{"role":"assistant","content":" a\\u00a0b "}]}""").find(1)
                .orElseThrow();
        var evened = new Normalise(Set.of(Rule.ODD_BLANKS), Set.of()).rule(example);
        assertEquals(Set.of("ODD_BLANKS", "STRAIGHT_QUOTES", "ENDS", "LINE_TAILS"), evened.busy());
        assertEquals("""
                {"messages":[{"role":"user","content":"“So”"},{"role":"assistant","content":" a b "}]}""",
                evened.result().body().orElseThrow().toString());
        assertEquals(RowAct.Result.NONE, new Normalise(Set.of(Rule.BLANKS), Set.of()).on(example));
    }
}
