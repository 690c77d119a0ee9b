package fettle.project.example;

import fettle.example.FacetCounts;
import fettle.example.FacetCounts.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// Counts of values as choices: texts are made only of those that are returned.
final class Choices {

    private static final Comparator<Choice> ORDER = Comparator.comparingInt(Choice::count).reversed()
            .thenComparing(Choice::value);

    private final int[] counts;
    private final IntFunction<String> text;

    /// `counts` by the number of the value; `text` of a value.
    Choices(int[] counts, IntFunction<String> text) {
        this.counts = counts;
        this.text = text;
    }

    /// The most frequent first, and those that are `named`. `blank` rows have no value.
    List<Choice> list(int blank, Set<String> named) {
        long[] found = new long[counts.length];
        int size = 0;
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                found[size++] = ((long) counts[value] << 32) | value;
            }
        }
        Arrays.sort(found, 0, size);
        var choices = new ArrayList<Choice>();
        for (int place = size - 1; place >= 0 && choices.size() < FacetCounts.MOST; place--) {
            choices.add(new Choice(text.apply((int) found[place]), (int) (found[place] >>> 32)));
        }
        if (blank > 0) {
            choices.add(new Choice("", blank));
        }
        addNamed(named, choices);
        choices.sort(ORDER);
        return List.copyOf(choices);
    }

    private void addNamed(Set<String> named, List<Choice> choices) {
        Set<String> missing = new LinkedHashSet<>(named);
        choices.forEach(choice -> missing.remove(choice.value()));
        for (int value = 0; value < counts.length && !missing.isEmpty(); value++) {
            String own = text.apply(value);
            if (missing.remove(own)) {
                choices.add(new Choice(own, counts[value]));
            }
        }
        missing.forEach(absent -> choices.add(new Choice(absent, 0)));
    }
}
