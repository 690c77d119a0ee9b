package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.example.ExampleField.Kind;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExampleFilterTest {

    @Test
    void readsConditionsJoinedByAnd() throws Exception {
        assertEquals(List.of(new Condition("tokens", Op.GE, "300"), new Condition("status", Op.NE, "rejected"),
                new Condition("question", Op.EQ, "what is it?")),
                ExampleFilter.parse("tokens>=300 AND status != rejected and question = 'what is it?'"));
    }

    @Test
    void takesTheNamesOfTheCommandLineToo() throws Exception {
        assertEquals(List.of(new Condition("turns", Op.GT, "2"), new Condition("tag", Op.EQ, "faq")),
                ExampleFilter.parse("messages > 2 and tags = faq"));
    }

    @Test
    void readsRangesListsPatternsAndBlanks() throws Exception {
        assertEquals(List.of(new Condition("tokens", Op.GE, "800"), new Condition("tokens", Op.LE, "1250"),
                new Condition("tag", Op.EQ, List.of("a", "b, c", "")),
                new Condition("answer", Op.MATCHES, "\\d+ \"x\""),
                new Condition("score", Op.LE, "0.5"), new Condition("source", Op.NE, "")),
                ExampleFilter.parse("tokens 800..1250 and tag = (a, \"b, c\", '') and answer ~ \"\\d+ \"\"x\"\"\" "
                        + "and score ..0.5 and source != \"\""));
    }

    @Test
    void isEmptyForABlankText() throws Exception {
        assertEquals(List.of(), ExampleFilter.parse("  "));
    }

    @Test
    void namesTheColumnTheNearestRightNameAndTheKnownFields() {
        var wrong = assertThrows(FilterException.class, () -> ExampleFilter.parse("id = 3 and tokns > 8"));
        assertEquals("filter", wrong.kind());
        assertEquals(12, wrong.column());
        assertEquals("The filter is wrong at column 12: there is no field `tokns`; did you mean `tokens`?",
                wrong.getMessage());
        var unknown = assertThrows(FilterException.class, () -> ExampleFilter.parse("colour = red"));
        assertEquals("The filter is wrong at column 1: there is no field `colour`.", unknown.getMessage());
        assertEquals("Fields are " + String.join(", ", ExampleFilter.FIELDS) + ".", unknown.next());
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals("The filter is wrong at column 5: a value was expected.", messageOf("id ="));
        assertEquals("The filter is wrong at column 4: a comparison was expected.", messageOf("id is 3"));
        assertEquals("The filter is wrong at column 8: `and` was expected.", messageOf("id = 3 or id = 4"));
        assertEquals("The filter is wrong at column 10: this quote is never closed.", messageOf("source = \"3"));
        assertEquals("The filter is wrong at column 7: this list is never closed.", messageOf("tag = (a, b"));
    }

    @Test
    void saysWhichValuesCanNeverBe() {
        assertEquals("The filter is wrong at column 10: `status` is never `aproved`; did you mean `approved`?",
                messageOf("status = aproved"));
        assertEquals("The filter is wrong at column 10: `1,200` is not a number.", messageOf("tokens > 1,200"));
        assertEquals("The filter is wrong at column 8: `tokens` cannot be compared by `~`.", messageOf("tokens ~ 8"));
        assertEquals("The filter is wrong at column 8: there is no comparison `==`; did you mean `=`?",
                messageOf("tokens == 8"));
        assertEquals("The filter is wrong at column 10: `a(b` is no regular expression: unclosed group "
                + "at its character 4.", messageOf("answer ~ \"a(b\""));
    }

    @Test
    void whatIsPrintedIsReadAgain() throws Exception {
        var random = new Random(20261121);
        for (int round = 0; round < 2_000; round++) {
            List<Condition> where = IntStream.range(0, random.nextInt(5)).boxed().flatMap(_ -> some(random).stream())
                    .toList();
            String text = ExampleFilter.print(where);
            assertEquals(where, ExampleFilter.parse(text), text);
            assertEquals(text, ExampleFilter.print(ExampleFilter.parse(text)));
        }
    }

    private static List<Condition> some(Random random) {
        ExampleField field = one(List.of(ExampleField.values()), random);
        if (field.kind() == Kind.NUMBER && random.nextInt(3) == 0) {
            int low = random.nextInt(900);
            return List.of(new Condition(field.word(), Op.GE, low + ""),
                    new Condition(field.word(), Op.LE, low + random.nextInt(900) + (random.nextBoolean() ? ".5" : "")));
        }
        Op op;
        do {
            op = one(List.of(Op.values()), random);
        } while (!ExampleFilter.fits(op, field));
        boolean several = op == Op.EQ || op == Op.NE || op == Op.MATCHES || op == Op.NOT_MATCHES;
        var values = new ArrayList<String>();
        int count = several ? 1 + random.nextInt(3) : 1;
        for (int index = 0; index < count; index++) {
            values.add(value(field, op, random));
        }
        return List.of(new Condition(field.word(), op, values));
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String value(ExampleField field, Op op, Random random) {
        if (op == Op.MATCHES || op == Op.NOT_MATCHES) {
            return one(List.of("\\d+", "(?-i)Gas|\"fee\"", "a b", "[\\]x]", "."), random);
        }
        return switch (field.kind()) {
            case NUMBER -> random.nextInt(-5, 5_000) + (random.nextInt(4) == 0 ? ".25" : "");
            case FLAG, WORD -> one(field.words(), random);
            case NAME, TEXT -> random.ints(random.nextInt(6), 0, 13)
                    .mapToObj(sign -> "ab1 \"'(),.=~为".substring(sign, sign + 1)).reduce("", String::concat);
        };
    }

    private static String messageOf(String filter) {
        return assertThrows(ExpectedException.class, () -> ExampleFilter.parse(filter)).getMessage();
    }
}
