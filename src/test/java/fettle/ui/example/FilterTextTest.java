package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.example.ExampleFilter;
import fettle.job.ExpectedException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FilterTextTest {

    @Test
    void whatIsShownCanBeTypedAgain() throws Exception {
        String typed = "status = draft and tokens 800..1250 and source = \"keeper log.md\"";
        var conditions = FilterText.parse(typed);
        assertEquals(typed, FilterText.line(conditions));
        assertEquals(conditions, FilterText.parse(FilterText.line(conditions)));
        assertEquals(ExampleFilter.parse("tokens >= 800 and tokens <= 1250"), conditions.subList(1, 3));
    }

    @Test
    void oneChipHoldsBothEndsOfARange() throws Exception {
        assertEquals(List.of("status = draft", "tokens 1..9"), FilterText.chips(
                FilterText.parse("status = draft and tokens 1..9")).stream().map(FilterText.Chip::text).toList());
    }

    @Test
    void tellsWhereAFilterIsWrong() {
        var wrong = assertThrows(ExpectedException.class, () -> FilterText.parse("statu = draft"));
        assertEquals("The filter is wrong at column 1: there is no field `statu`.", wrong.getMessage());
    }

    @Test
    void listsAndExpressionsCanBeTypedAgain() throws Exception {
        String typed = "tag = (refund, \"new one\", \"\") and note !~ \"a(b|c)\" and model = \"a,b\"";
        assertEquals(typed, FilterText.line(FilterText.parse(typed)));
    }
}
