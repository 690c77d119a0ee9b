package fettle.ui.example.bulk;

import fettle.dataset.CheckKind;
import fettle.dataset.Repairs;
import fettle.example.bulk.Normalise;
import fettle.example.bulk.RowAct;
import fettle.example.bulk.Rule;
import fettle.example.bulk.Ruled;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Rules that are on or off, and what they would change: the normalising of texts, and the repairs of findings.
final class RulesViewModel {

    /// A rule as people read it.
    ///
    /// @param note an example, or why; may be empty
    record Line(String name, String title, String note) {}

    private final BulkViewModel bulk;
    private final PreviewViewModel preview;
    private final List<Line> lines;
    private final Function<Set<String>, Ruled> acts;
    private final Verb verb;
    private final ReadOnlyObjectWrapper<Set<String>> on = new ReadOnlyObjectWrapper<>(Set.of());

    /// @param does as a command: "Normalise"
    /// @param did in the past: "Normalised the text of"
    private record Verb(String does, String did) {}

    private RulesViewModel(BulkViewModel bulk, PreviewViewModel preview, List<Line> lines,
            Function<Set<String>, Ruled> acts, Verb verb) {
        this.bulk = bulk;
        this.preview = preview;
        this.lines = lines;
        this.acts = acts;
        this.verb = verb;
    }

    /// The rules that make texts even.
    static RulesViewModel normalising(BulkViewModel bulk, PreviewViewModel preview) {
        List<Line> lines = Stream.of(Rule.values()).map(rule -> new Line(rule.name(), rule.title(), note(rule)))
                .toList();
        var model = new RulesViewModel(bulk, preview, lines, on -> new Normalise(
                on.stream().map(Rule::valueOf).collect(Collectors.toSet()), Set.of()),
                new Verb("Normalise", "Normalised the text of"));
        model.set(Normalise.USUAL.stream().map(Rule::name).collect(Collectors.toSet()));
        return model;
    }

    private static String note(Rule rule) {
        String code = rule.proseOnly() ? "code is left alone" : "";
        return rule.example() + (rule.example().isEmpty() || code.isEmpty() ? "" : "; ") + code;
    }

    /// The repairs of these kinds.
    static RulesViewModel repairing(BulkViewModel bulk, PreviewViewModel preview, List<CheckKind> kinds) {
        List<Line> lines = kinds.stream().map(kind -> new Line(kind.name(), first(kind.what()), kind.fix())).toList();
        Optional<Repairs.Repair> only = kinds.size() == 1 ? Repairs.of(kinds.getFirst()) : Optional.empty();
        var verb = new Verb(only.map(Repairs.Repair::does).orElse("Repair"),
                only.map(Repairs.Repair::done).orElse("Repaired"));
        var model = new RulesViewModel(bulk, preview, lines, only.isPresent()
                ? on -> one(only.get(), on)
                : on -> new Repairs.All(on.stream().map(CheckKind::valueOf).collect(Collectors.toSet())), verb);
        model.set(kinds.stream().map(CheckKind::name).collect(Collectors.toSet()));
        return model;
    }

    /// One repair, on or off: rejecting is one too.
    private static Ruled one(Repairs.Repair repair, Set<String> on) {
        return example -> {
            RowAct.Result result = repair.act().on(example);
            return new Ruled.Ruling(on.isEmpty() ? RowAct.Result.NONE : result,
                    result.isEmpty() ? Set.of() : Set.of(repair.kind().name()));
        };
    }

    private static String first(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    // ---- commands ----

    void turn(String rule, boolean nowOn) {
        var rules = new HashSet<>(on.get());
        if (nowOn ? rules.add(rule) : rules.remove(rule)) {
            // straight and curly quotes undo each other
            if (nowOn && rule.equals(Rule.CURLY_QUOTES.name())) {
                rules.remove(Rule.STRAIGHT_QUOTES.name());
            } else if (nowOn && rule.equals(Rule.STRAIGHT_QUOTES.name())) {
                rules.remove(Rule.CURLY_QUOTES.name());
            }
            set(rules);
        }
    }

    private void set(Set<String> rules) {
        on.set(Set.copyOf(rules));
        preview.look(acts.apply(on.get()));
    }

    void run() {
        bulk.run(Deed.of(verb.does(), verb.did(), acts.apply(on.get())), preview.targets(),
                preview.withoutProperty().get());
    }

    // ---- properties ----

    List<Line> lines() {
        return lines;
    }

    /// The names of the rules that are on.
    ReadOnlyObjectProperty<Set<String>> onProperty() {
        return on.getReadOnlyProperty();
    }

    PreviewViewModel preview() {
        return preview;
    }

    ObservableValue<String> command() {
        return Bindings.createStringBinding(() -> {
            int rows = preview.wanted();
            boolean done = preview.countProperty().get().done();
            return rows == 0 ? verb.does() : verb.does() + " " + (done ? "" : "at least ") + what(rows);
        }, preview.countProperty(), preview.withoutProperty());
    }

    private static String what(int rows) {
        return Deed.What.EXAMPLES.count(rows);
    }

    ObservableValue<String> summary() {
        return Bindings.createStringBinding(() -> {
            PreviewViewModel.Count now = preview.countProperty().get();
            return (now.rows() == 0 && now.done()
                    ? "Nothing to change in "
                    : what(now.rows()) + " would change of ") + preview.targets().words()
                    + (now.done() ? "." : "; still counting.");
        }, preview.countProperty());
    }
}
