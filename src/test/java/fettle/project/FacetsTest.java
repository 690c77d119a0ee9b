package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Example.Origin;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleStore.Addition;
import fettle.example.ExampleView;
import fettle.example.FacetCounts;
import fettle.example.FacetCounts.Bars;
import fettle.example.FacetCounts.Choice;
import fettle.example.NewExample;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the columns answer is what reading all rows would: for many queries made by chance.
final class FacetsTest {

    private static final int ROWS = 300;
    private static final List<String> FIELDS = ExampleFilter.FIELDS.stream()
            .filter(field -> !List.of("question", "answer", "text").contains(field)).toList();
    private static final List<Op> OPS = List.of(Op.values());
    private static final Set<String> BARS = Set.of("id", "turns", "tokens", "assistantTokens", "trainedTokens",
            "leadTokens", "score");

    private final ExampleStore store = TemporaryProject.create().examples();
    private @Nullable NaiveRows read;
    private final Map<String, long[]> findings = Map.of("over-limit", LongStream.range(1, 40).toArray(), "empty",
            new long[]{5, 39, 77, 300});

    @BeforeEach
    void fill() throws Exception {
        var random = new Random(11);
        try (Addition addition = store.add("Imported")) {
            for (int row = 0; row < ROWS; row++) {
                addition.add(example(random));
            }
        }
        store.apply(marks(random), "Marked");
        store.derive("finding", findings);
        store.deriveScores(new long[]{3, 8, 200}, new double[]{0.25, -1.5, 7});
        store.awaitCounts();
        read = new NaiveRows(store, findings);
        assertEquals(ROWS, rows().size());
    }

    private NaiveRows rows() {
        return Objects.requireNonNull(read);
    }

    private static NewExample example(Random random) {
        var body = BodyJson.mapper().createObjectNode();
        var messages = body.putArray("messages");
        messages.addObject().put("role", "user").put("content", "word ".repeat(1 + random.nextInt(8)));
        for (int more = random.nextInt(3); more > 0; more--) {
            messages.addObject().put("role", "assistant").put("content", "said ".repeat(random.nextInt(30)))
                    .put("weight", random.nextInt(2));
        }
        List<String> tags = List.of(List.<String>of(), List.of("refund"), List.of("refund", "new one"), List.of("a,b"))
                .get(random.nextInt(4));
        return new NewExample(body, tags, new Origin("file" + random.nextInt(5) + ".md", "s1", 1,
                "c" + random.nextInt(50), "", random.nextBoolean() ? "question-answer" : "",
                random.nextBoolean() ? "" : "model-" + random.nextInt(3)));
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<Change> marks(Random random) {
        var changes = new ArrayList<Change>();
        for (long id = 1; id <= ROWS; id++) {
            changes.add(new Change.SetStatus(id, any(List.of(ExampleStatus.values()), random)));
            changes.add(new Change.SetSplit(id, any(List.of(Side.values()), random)));
            changes.add(new Change.SetRating(id, random.nextInt(6)));
            changes.add(new Change.SetFlag(id, random.nextInt(4) == 0));
            changes.add(new Change.SetDataset(id, random.nextInt(3) == 0 ? "side" : ""));
            changes.add(new Change.SetNote(id, random.nextInt(5) == 0 ? "note " + random.nextInt(4) : ""));
        }
        for (int deleted = 0; deleted < 20; deleted++) {
            changes.add(new Change.Delete(1 + random.nextInt(ROWS)));
        }
        return changes;
    }

    @Test
    void agreeWithACountOverTheRows() throws Exception {
        var random = new Random(5);
        for (int round = 0; round < 400; round++) {
            var where = new ArrayList<Condition>();
            for (int more = random.nextInt(4); more > 0; more--) {
                where.add(condition(random));
            }
            var query = new ExampleQuery(where, "", "", false);
            assertEquals(rows().fitting(where, ""), NaiveRows.ids(store.view(query)), where.toString());
            List<String> fields = FIELDS.stream().filter(field -> !field.equals("leadTokens") && random.nextInt(4) == 0)
                    .toList();
            check(query, fields, store.facets(query, fields));
        }
    }

    private Condition condition(Random random) {
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        field = field.equals("leadTokens") ? "tokens" : field;
        boolean number = NaiveRows.NUMBERS.contains(field);
        boolean open = Set.of("source", "template", "model", "dataset", "note").contains(field);
        Op op = number
                ? OPS.get(random.nextInt(6))
                : open
                        ? OPS.get(random.nextInt(8))
                        : List.of(Op.EQ, Op.NE, Op.MATCHES, Op.NOT_MATCHES)
                                .get(random.nextInt(4));
        var values = new ArrayList<String>();
        boolean several = op == Op.EQ || op == Op.NE || op == Op.MATCHES || op == Op.NOT_MATCHES;
        for (int more = several ? 1 + random.nextInt(3) : 1; more > 0; more--) {
            values.add(value(field, op, random));
        }
        return new Condition(field, op, values);
    }

    private String value(String field, Op op, Random random) {
        List<String> own = rows().values(1 + random.nextInt(ROWS), field);
        boolean blankFits = (op == Op.EQ || op == Op.NE)
                && !Set.of("status", "split", "edited", "flagged", "duplicate", "bin").contains(field);
        if (own.isEmpty() || (blankFits && random.nextInt(6) == 0)) {
            return blankFits ? "" : NaiveRows.NUMBERS.contains(field) ? "3" : "e";
        }
        String value = own.get(random.nextInt(own.size()));
        if (op == Op.MATCHES || op == Op.NOT_MATCHES) {
            return Pattern.quote(value.substring(0, 1 + random.nextInt(value.length())));
        }
        return NaiveRows.NUMBERS.contains(field) && op != Op.EQ && random.nextInt(3) == 0 ? value + ".5" : value;
    }

    private void check(ExampleQuery query, List<String> fields, FacetCounts counts) {
        assertEquals(rows().fitting(query.where(), "").size(), counts.rows());
        for (String field : fields) {
            var expected = new TreeMap<String, Integer>();
            for (long id : rows().fitting(query.where(), field)) {
                List<String> own = rows().values(id, field);
                (own.isEmpty() ? List.of("") : own).forEach(value -> expected.merge(value, 1, Integer::sum));
            }
            if (BARS.contains(field)) {
                check(query + " " + field, expected, Objects.requireNonNull(counts.bars().get(field)),
                        field.equals("score") ? 1000 : 1);
            } else {
                check(query + " " + field, expected, Objects.requireNonNull(counts.choices().get(field)));
            }
        }
    }

    private static void check(String about, Map<String, Integer> expected, List<Choice> choices) {
        var found = new TreeMap<String, Integer>();
        choices.forEach(choice -> {
            if (choice.count() > 0) {
                found.put(choice.value(), choice.count());
            }
        });
        assertEquals(expected, found, about);
        assertEquals(choices.stream().sorted(Comparator.comparingInt(Choice::count).reversed()
                .thenComparing(Choice::value)).toList(), choices, about);
    }

    private static void check(String about, Map<String, Integer> expected, Bars bars, int times) {
        int[] wanted = new int[bars.counts().length];
        expected.forEach((value, count) -> {
            if (!value.isEmpty()) {
                long shown = Math.round(Double.parseDouble(value) * times);
                wanted[(int) ((shown - bars.from()) / bars.width())] += count;
            }
        });
        org.junit.jupiter.api.Assertions.assertArrayEquals(wanted, bars.counts(), about);
        assertEquals(expected.getOrDefault("", 0), bars.blank(), about);
    }

    @Test
    void sortsByEveryFieldWithBlanksLast() throws IOException {
        for (String field : FIELDS) {
            for (boolean descending : new boolean[]{false, true}) {
                ExampleView view = store.view(new ExampleQuery(List.of(), "", field, descending));
                assertEquals(280, view.size(), 20);
                if (NaiveRows.NUMBERS.contains(field) && !field.equals("leadTokens")) {
                    checkOrder(view, field, descending);
                }
            }
        }
    }

    private void checkOrder(ExampleView view, String field, boolean descending) {
        double before = descending ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        boolean blanks = false;
        long beforeId = 0;
        for (int index = 0; index < view.size(); index++) {
            List<String> own = rows().values(view.id(index), field);
            assertEquals(false, blanks && !own.isEmpty(), field);
            blanks = own.isEmpty();
            double value = blanks ? before : Double.parseDouble(own.getFirst());
            assertEquals(false, descending ? value > before : value < before, field);
            assertEquals(false, value == before && !blanks && view.id(index) < beforeId, field + " keeps import order");
            before = value;
            beforeId = view.id(index);
        }
    }

    @Test
    void countsUnderASearchToo() throws Exception {
        var searched = new ExampleQuery(ExampleFilter.parse("status = draft"), "said", "", false);
        FacetCounts counts = store.facets(searched, List.of("status"));
        assertEquals(store.view(searched).size(), counts.rows());
        int all = counts.choices().getOrDefault("status", List.of()).stream().mapToInt(Choice::count).sum();
        assertEquals(store.view(new ExampleQuery(List.of(), "said", "", false)).size(), all);
    }

    @Test
    void namesWhatCannotBeAsked() {
        assertEquals("`tokens` is a number, and has no text to look through.", refusal("tokens", Op.MATCHES, "3"));
        assertEquals("`tokens` is a number, and `many` is none.", refusal("tokens", Op.GT, "many"));
        assertEquals("`status` can be compared by = and != only.", refusal("status", Op.LT, "draft"));
        assertEquals("`bin` is never `maybe`.", refusal("bin", Op.EQ, "maybe"));
        assertEquals("There is no field `colour`.", refusal("colour", Op.EQ, "red"));
        assertEquals(false, refusal("note", Op.MATCHES, "a(").isEmpty());
        assertEquals("Rows cannot be counted by `text`.", assertThrows(ExpectedException.class,
                () -> store.facets(ExampleQuery.ALL, List.of("text"))).getMessage());
    }

    private String refusal(String field, Op op, String value) {
        var query = new ExampleQuery(List.of(new Condition(field, op, value)), "", "", false);
        return assertThrows(ExpectedException.class, () -> store.view(query)).getMessage();
    }
}
