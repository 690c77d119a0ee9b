package fettle.project.example;

import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.job.ExpectedException;
import fettle.project.example.Values.Index;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A field whose values many rows share: a column of codes, and what they stand for.
final class ChoiceField implements Field {

    private final Column codes;
    private final Supplier<Index> index;
    private final Words words;

    /// How values are written, and whether they have an order.
    ///
    /// @param known other ways to write a value; empty when a value may be anything
    /// @param ordered whether < and > have a meaning
    record Words(Map<String, String> known, boolean ordered) {

        static final Words TEXT = new Words(Map.of(), true);
        static final Words SEVERAL = new Words(Map.of(), false);
    }

    ChoiceField(Column codes, Supplier<Index> index, Words words) {
        this.codes = codes;
        this.index = index;
        this.words = words;
    }

    @Override
    public BitSet fitting(Condition condition, int size) throws ExpectedException {
        Index now = index.get();
        TextTest test = TextTest.of(checked(condition));
        boolean[] fits = table(now, test.fits());
        BitSet found = Bits.marked(codes, size, fits);
        return test.negated() ? Bits.not(found, size) : found;
    }

    private static boolean[] table(Index now, Predicate<String> test) {
        boolean[] values = new boolean[now.values.length];
        for (int value = 0; value < values.length; value++) {
            values[value] = test.test(now.values[value]);
        }
        boolean blank = test.test("");
        boolean[] codes = new boolean[now.codes];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = now.ofCode[code].length == 0 ? blank : isAny(now.ofCode[code], values);
        }
        return codes;
    }

    private static boolean isAny(int[] own, boolean[] values) {
        for (int value : own) {
            if (values[value]) {
                return true;
            }
        }
        return false;
    }

    private Condition checked(Condition condition) throws ExpectedException {
        Op op = condition.op();
        if (!words.ordered() && op != Op.EQ && op != Op.NE && op != Op.MATCHES && op != Op.NOT_MATCHES) {
            throw new ExpectedException("filter", "`" + condition.field() + "` can be compared by = and != only.",
                    "Write `" + condition.field() + " = " + condition.value() + "`.");
        }
        if (words.known().isEmpty() || op == Op.MATCHES || op == Op.NOT_MATCHES) {
            return condition;
        }
        var values = new ArrayList<String>();
        for (String value : condition.values()) {
            String known = words.known().get(value.toLowerCase(Locale.ROOT));
            if (known == null) {
                throw new ExpectedException("filter", "`" + condition.field() + "` is never `" + value + "`.",
                        "It is one of " + String.join(", ", index.get().values) + ".");
            }
            values.add(known);
        }
        return new Condition(condition.field(), op, values);
    }

    @Override
    public Column order() {
        if (!words.known().isEmpty()) {
            return codes;
        }
        int[] ranks = index.get().ranks();
        return (from, count, into) -> {
            codes.read(from, count, into);
            for (int row = 0; row < count; row++) {
                into[row] = ranks[into[row]];
            }
        };
    }

    @Override
    public Tally count(BitSet rows, Set<String> named) {
        Index now = index.get();
        int[] byCode = new int[now.codes];
        Bits.each(codes, rows, (run, count) -> {
            for (int row = 0; row < count; row++) {
                byCode[run[row]]++;
            }
        });
        int[] byValue = new int[now.values.length];
        int blank = 0;
        for (int code = 0; code < byCode.length; code++) {
            for (int value : now.ofCode[code]) {
                byValue[value] += byCode[code];
            }
            blank += now.ofCode[code].length == 0 ? byCode[code] : 0;
        }
        return new Tally.Choices(new Choices(byValue, value -> now.values[value]).list(blank, known(named)));
    }

    private Set<String> known(Set<String> named) {
        return words.known().isEmpty()
                ? named
                : named.stream().map(value -> words.known().getOrDefault(value.toLowerCase(Locale.ROOT), ""))
                        .filter(value -> !value.isEmpty()).collect(java.util.stream.Collectors.toSet());
    }

    /// All ways to write one of a few words: as it is.
    static Words closed(List<String> words) {
        var known = new java.util.LinkedHashMap<String, String>();
        words.forEach(word -> known.put(word, word));
        return new Words(known, false);
    }
}
