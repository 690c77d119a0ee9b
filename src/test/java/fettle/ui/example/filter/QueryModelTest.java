package fettle.ui.example.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ExampleField;
import fettle.example.ExampleFilter;
import fettle.example.FacetCounts.Choice;
import fettle.ui.session.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QueryModelTest {

    private final QueryModel query = new QueryModel(_ -> new Moment() {

        @Override
        public void restart(Runnable then) {
            then.run();
        }

        @Override
        public void cancel() {}
    });

    @Test
    void aClickAsksForOnlyAChoiceAndASecondForAllAgain() {
        click("tag", "a");
        assertEquals("tag = a", query.text());
        click("tag", "b");
        assertEquals("tag = b", query.text());
        click("tag", "b");
        assertEquals("", query.text());
    }

    @Test
    void choicesAreAddedExcludedAndInverted() {
        query.ask(query.field("tag").include("a").include("b c"));
        assertEquals("tag = (a, \"b c\")", query.text());
        query.ask(query.field("tag").invert());
        assertEquals("tag != (a, \"b c\")", query.text());
        query.ask(query.field("tag").include("a").exclude(""));
        assertEquals("tag != (\"b c\", \"\")", query.text());
        query.ask(FieldFilter.none("tag"));
        assertEquals("", query.text());
    }

    @Test
    void aFacetStaysWhereItWasInTheFilter() {
        assertTrue(query.add("status = draft and tokens 10..20 and tag = a"));
        query.ask(query.field("tokens").range(Optional.of("5"), Optional.empty()));
        assertEquals("status = draft and tokens >= 5 and tag = a", query.text());
    }

    @Test
    void aPartCanBeSwitchedOffForAMoment() {
        query.add("status = draft and tokens 10..20");
        FilterPart tokens = query.partsProperty().get().getLast();
        query.turn(tokens);
        assertEquals("status = draft", query.text());
        assertEquals(1, query.queryProperty().get().where().size());
        query.turn(query.partsProperty().get().getLast());
        assertEquals("status = draft and tokens 10..20", query.text());
    }

    @Test
    void aPartIsEditedInItsPlaceAndABrokenOneStays() {
        query.add("status = draft and tokens 10..20");
        FilterPart first = query.partsProperty().get().getFirst();
        assertFalse(query.edit(first, "statu = draft"));
        assertEquals(1, query.problemProperty().get().column());
        assertTrue(query.edit(first, "status = approved and flagged = yes"));
        assertEquals("status = approved and flagged = yes and tokens 10..20", query.text());
    }

    @Test
    void everyFilterThatFacetsMakeIsReadAgain() throws Exception {
        var random = new Random(7);
        List<String> values = List.of("", "a", "b c", "say \"hi\"", "(x, y)", "和", "-1..4", "and");
        for (int round = 0; round < 500; round++) {
            ExampleField field = List.of(ExampleField.TAG, ExampleField.SOURCE, ExampleField.MODEL, ExampleField.TOKENS,
                    ExampleField.NOTE).get(random.nextInt(5));
            String value = values.get(random.nextInt(values.size()));
            FieldFilter now = query.field(field.word());
            query.ask(switch (field.kind()) {
                case NUMBER ->
                    now.range(Optional.of(random.nextInt(90) + ""), Optional.of(random.nextInt(90, 200) + ""));
                case TEXT -> now.pattern(value.isEmpty() ? "" : java.util.regex.Pattern.quote(value),
                        random.nextBoolean());
                default -> random.nextInt(3) == 0
                        ? now.only(value)
                        : random.nextBoolean() ? now.include(value) : now.exclude(value);
            });
            assertEquals(query.queryProperty().get().where(), ExampleFilter.parse(query.text()), query.text());
        }
    }

    @Test
    void completesFieldsComparisonsAndValues() {
        var completion = new Completion(field -> field.equals("tag")
                ? List.of(new Choice("refund", 12), new Choice("late refund", 3), new Choice("", 2))
                : List.of());
        assertEquals(List.of("tokens", "assistantTokens", "trainedTokens", "leadTokens"),
                words(completion, "status = draft and tok"));
        assertEquals(List.of("=", "!="), words(completion, "status "));
        assertEquals(List.of("draft", "approved", "rejected"), words(completion, "status = "));
        assertEquals(List.of("refund", "\"late refund\""), words(completion, "tag = ref"));
        assertEquals("tag = (a, \"late refund\"", completion.at("tag = (a, la", 12).getFirst().text());
        assertEquals("tag = refund ", completion.at("tag =", 5).getFirst().text());
        assertEquals(List.of("and"), words(completion, "status = draft "));
        assertEquals("status = draft and tokens ", completion.at("status = draft and tok", 22).getFirst().text());
    }

    private static List<String> words(Completion completion, String text) {
        return completion.at(text, text.length()).stream().map(Completion.Proposal::words).toList();
    }

    private void click(String field, String value) {
        query.ask(query.field(field).only(value));
    }
}
