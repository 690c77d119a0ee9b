package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import java.util.List;
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
    void takesSeveralValuesAndExpressions() throws Exception {
        assertEquals(List.of(new Condition("tag", Op.NE, List.of("refund", "new one", "")),
                new Condition("note", Op.MATCHES, "a(b|c)")),
                ExampleFilter.parse("tag != (refund, 'new one' , \"\") and note ~ \"a(b|c)\""));
        assertEquals("The filter is wrong at column 7: this list is never closed.", messageOf("tag = (a"));
        assertEquals("The filter is wrong at column 10: one value was expected.", messageOf("tokens > (1, 2)"));
    }

    @Test
    void isEmptyForABlankText() throws Exception {
        assertEquals(List.of(), ExampleFilter.parse("  "));
    }

    @Test
    void namesTheColumnAndTheKnownFields() {
        var wrong = assertThrows(ExpectedException.class, () -> ExampleFilter.parse("id = 3 and colour = red"));
        assertEquals("filter", wrong.kind());
        assertEquals("The filter is wrong at column 12: there is no field `colour`.", wrong.getMessage());
        assertEquals("Fields are " + String.join(", ", ExampleFilter.FIELDS) + ".", wrong.next());
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals("The filter is wrong at column 5: a value was expected.", messageOf("id ="));
        assertEquals("The filter is wrong at column 4: a comparison was expected.", messageOf("id is 3"));
        assertEquals("The filter is wrong at column 8: `and` was expected.", messageOf("id = 3 or id = 4"));
        assertEquals("The filter is wrong at column 6: this quote is never closed.", messageOf("id = \"3"));
    }

    private static String messageOf(String filter) {
        return assertThrows(ExpectedException.class, () -> ExampleFilter.parse(filter)).getMessage();
    }
}
