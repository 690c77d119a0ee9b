package fettle.project;

import fettle.example.Example;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// The rows of a store with their values by field, read one by one: what filters and facets must agree with.
final class NaiveRows {

    static final Set<String> NUMBERS = Set.of("id", "turns", "tokens", "assistantTokens", "trainedTokens", "leadTokens",
            "rating", "cluster", "score");

    private final ExampleStore store;
    private final Map<String, long[]> findings;
    private final List<Map<String, List<String>>> rows = new ArrayList<>();

    /// Reads all rows. `findings` are those that the store was told.
    NaiveRows(ExampleStore store, Map<String, long[]> findings) throws IOException {
        this.store = store;
        this.findings = findings;
        read();
    }

    int size() {
        return rows.size();
    }

    /// The values of a field; none for a blank.
    List<String> values(long id, String field) {
        return rows.get((int) id - 1).getOrDefault(field, List.of());
    }

    /// Reads each row's values by field, as the port gives them.
    private void read() throws IOException {
        ExampleView view = store.view(query("bin = (yes, no)"));
        Set<Long> bin = new HashSet<>(ids(store.view(query("bin = yes"))));
        Map<Object, Long> firsts = new HashMap<>();
        Map<Object, Integer> sizes = new HashMap<>();
        for (int index = 0; index < view.size(); index++) {
            Example example = store.find(view.id(index)).orElseThrow();
            if (!bin.contains(example.id())) {
                firsts.putIfAbsent(example.body(), example.id());
                sizes.merge(example.body(), 1, Integer::sum);
            }
        }
        for (int index = 0; index < view.size(); index++) {
            ExampleRow row = view.row(index);
            boolean deleted = bin.contains(row.id());
            Object body = store.find(row.id()).orElseThrow().body();
            boolean shared = !deleted && sizes.getOrDefault(body, 0) > 1;
            Map<String, List<String>> values = values(row);
            values.put("bin", List.of(deleted ? "yes" : "no"));
            values.put("cluster", shared ? List.of("" + firsts.get(body)) : List.of());
            rows.add(values);
        }
    }

    private Map<String, List<String>> values(ExampleRow row) {
        var values = new HashMap<String, List<String>>();
        values.put("id", List.of("" + row.id()));
        values.put("status", List.of(row.status().word()));
        values.put("tag", row.tags());
        values.put("turns", List.of("" + row.turns()));
        values.put("tokens", List.of("" + row.tokens()));
        values.put("assistantTokens", List.of("" + row.assistantTokens()));
        values.put("trainedTokens", List.of("" + row.trainedTokens()));
        values.put("edited", List.of(row.edited() ? "yes" : "no"));
        values.put("source", blank(row.origin().source()));
        values.put("template", blank(row.origin().template()));
        values.put("model", blank(row.origin().model()));
        values.put("split", List.of(row.split().name().toLowerCase(Locale.ROOT)));
        values.put("dataset", blank(row.remarks().dataset()));
        values.put("rating", blank(row.remarks().rating() == 0 ? "" : "" + row.remarks().rating()));
        values.put("flagged", List.of(row.remarks().flagged() ? "yes" : "no"));
        values.put("note", blank(row.remarks().note()));
        values.put("duplicate", List.of(row.duplicate() ? "yes" : "no"));
        values.put("score", row.score().isPresent() ? List.of("" + row.score().getAsDouble()) : List.of());
        values.put("finding", findings.keySet().stream()
                .filter(finding -> LongStream.of(findings.get(finding)).anyMatch(id -> id == row.id())).toList());
        values.put("supervision", List.of());
        return values;
    }

    private static List<String> blank(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /// The rows that fit all conditions but those on the field `but`.
    List<Long> fitting(List<Condition> where, String but) {
        boolean bin = where.stream().anyMatch(condition -> condition.field().equals("bin"));
        return rows.stream().filter(row -> bin || List.of("no").equals(row.get("bin")))
                .filter(row -> where.stream().allMatch(condition -> condition.field().equals(but)
                        || holds(condition, row.getOrDefault(condition.field(), List.of()))))
                .map(row -> Long.valueOf(row.getOrDefault("id", List.of()).getFirst())).toList();
    }

    private static boolean holds(Condition condition, List<String> own) {
        boolean number = NUMBERS.contains(condition.field());
        List<String> texts = own.isEmpty() && !number ? List.of("") : own;
        return switch (condition.op()) {
            case EQ -> equalsAny(condition, own, number);
            case NE -> !equalsAny(condition, own, number);
            case MATCHES -> matchesAny(condition, texts);
            case NOT_MATCHES -> !matchesAny(condition, texts);
            case LT, LE, GT, GE -> own.stream().anyMatch(text -> compares(condition, text, number));
        };
    }

    private static boolean equalsAny(Condition condition, List<String> own, boolean number) {
        return condition.values().stream().anyMatch(value -> own.isEmpty()
                ? value.isEmpty()
                : own.stream().anyMatch(text -> number
                        ? !value.isEmpty() && Double.parseDouble(value) == Double.parseDouble(text)
                        : text.equals(value)));
    }

    private static boolean matchesAny(Condition condition, List<String> texts) {
        return condition.values().stream().anyMatch(value -> texts.stream()
                .anyMatch(text -> Pattern.compile(value, Pattern.CASE_INSENSITIVE).matcher(text).find()));
    }

    private static boolean compares(Condition condition, String text, boolean number) {
        int order = number
                ? Double.compare(Double.parseDouble(text), Double.parseDouble(condition.value()))
                : text.compareTo(condition.value());
        return switch (condition.op()) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            default -> order >= 0;
        };
    }

    static ExampleQuery query(String filter) throws IOException {
        return new ExampleQuery(ExampleFilter.parse(filter), "", "", false);
    }

    static List<Long> ids(ExampleView view) {
        var ids = new ArrayList<Long>();
        for (int index = 0; index < view.size(); index++) {
            ids.add(view.id(index));
        }
        return ids;
    }
}
