package fettle.example.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.example.Example;
import fettle.project.TemporaryProject;
import fettle.example.bulk.Replace.Sought;
import fettle.example.bulk.RowAct.Result;
import fettle.job.ExpectedException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Finding and replacing in one row.
final class ReplaceTest {

    private static Example row(String json) throws Exception {
        return TemporaryProject.examples(json).find(1).orElseThrow();
    }

    private static Example answer(String text) throws Exception {
        return row("""
                {"messages":[{"role":"user","content":"The hue?"},{"role":"assistant","content":"%s"}]}"""
                .formatted(text.replace("\n", "\\n")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // find, with, regex, case, word, before, after, hits
            "colour,color,false,false,false,The Colour of colours,The color of colors,2",
            "colour,color,false,true,false,The Colour of colours,The Colour of colors,1",
            "colour,color,false,false,true,The Colour of colours,The color of colours,1",
            "a.c,x,false,false,false,abc a.c,abc x,1", "$5,$6,false,false,false,costs $5,costs $6,1",
            "(\\w+)@(\\w+),$2 at $1,true,false,false,me@home,home at me,1",
            "(?<first>\\d+)-(\\d+),${first},true,false,false,12-34,12,1", "^-,*,true,false,false,-a -b,*a -b,1",
            "É,e,false,false,false,café É,cafe e,2", "灯塔,塔,false,false,false,红色灯塔,红色塔,1",
            "x*,-,true,false,false,yes,yes,0"})
    void replacesWhatIsMeant(String find, String with, boolean regex, boolean matchCase, boolean wholeWord,
            String before, String after, int hits) throws Exception {
        var replace = new Replace(new Sought(find, with == null ? "" : with, regex, matchCase, wholeWord), Set.of());
        Result result = replace.on(answer(before));
        String now = result.body().map(body -> body.at("/messages/1/content").stringValue()).orElse(before);
        assertEquals(after, now);
        assertEquals(hits, result.hits());
    }

    @Test
    void aNewLineIsWrittenAsPeopleWriteIt() throws Exception {
        var replace = new Replace(new Sought("; ", "\\n", true, true, false), Set.of());
        assertEquals("a\nb",
                replace.on(answer("a; b")).body().orElseThrow().at("/messages/1/content").stringValue());
    }

    @Test
    void onlyTheChosenRolesAreLookedThroughAndTheRestStaysKeyForKey() throws Exception {
        Example row = row("""
                {"x":1.50,"messages":[{"role":"user","content":[{"type":"text","text":"colour"}],"name":"colour"},
                {"role":"assistant","content":"colour","weight":0}],"tools":["colour"]}""");
        var answers = new Replace(new Sought("colour", "color", false, true, false), Set.of("assistant"));
        assertEquals("""
                {"x":1.50,"messages":[{"role":"user","content":[{"type":"text","text":"colour"}],"name":"colour"},\
                {"role":"assistant","content":"color","weight":0}],"tools":["colour"]}""",
                answers.on(row).body().orElseThrow().toString());
        var all = new Replace(new Sought("colour", "color", false, true, false), Set.of());
        assertEquals(2, all.on(row).hits());
    }

    @Test
    void aPatternThatRunsAwayIsStoppedWithASentence() throws Exception {
        var replace = new Replace(new Sought("(.*a){20}b", "x", true, true, false), Set.of());
        var slow = assertThrows(ExpectedException.class, () -> replace.on(answer("a".repeat(200))));
        assertEquals("slow-pattern", slow.kind());
        assertEquals("The pattern takes too long on example 0001.", slow.getMessage());
        var deep = new Replace(new Sought("(a|b)*c", "x", true, true, false), Set.of());
        assertThrows(ExpectedException.class, () -> deep.on(answer("ab".repeat(200_000))));
    }

    @Test
    void aBrokenPatternOrReplacementSaysWhere() {
        var pattern = assertThrows(ExpectedException.class,
                () -> new Replace(new Sought("a(b", "x", true, true, true), Set.of()));
        assertEquals("The pattern is wrong at column 4: unclosed group.", pattern.getMessage());
        var group = assertThrows(ExpectedException.class,
                () -> new Replace(new Sought("a(b)", "$2", true, true, false), Set.of()));
        assertEquals("The replacement is wrong: no group 2.", group.getMessage());
        assertThrows(ExpectedException.class, () -> new Replace(new Sought("", "x", false, true, false), Set.of()));
    }
}
