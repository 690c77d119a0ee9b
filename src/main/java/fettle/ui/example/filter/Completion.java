package fettle.ui.example.filter;

import fettle.example.ExampleField;
import fettle.example.ExampleField.Kind;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery.Condition.Op;
import fettle.example.FacetCounts.Choice;
import fettle.example.FilterCursor;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What could stand at a place of the filter that is being typed.
public final class Completion {

    private static final int MOST = 12;

    /// One proposal.
    ///
    /// @param words as the list shows it
    /// @param detail what it means, or how many rows have it
    /// @param text the whole filter with it
    /// @param caret where the caret is then
    public record Proposal(String words, String detail, String text, int caret) {}

    private final Function<String, List<Choice>> values;

    /// `values` gives what a field can be now, the most frequent first; empty while it is not known.
    public Completion(Function<String, List<Choice>> values) {
        this.values = values;
    }

    /// The field whose values would be right at the caret; empty for none.
    public static Optional<String> wantedField(String text, int caret) {
        FilterCursor cursor = FilterCursor.at(text, caret);
        return cursor.expected() == FilterCursor.Expected.VALUE
                ? cursor.field().filter(field -> field.kind() != Kind.TEXT && field.kind() != Kind.NUMBER)
                        .map(ExampleField::word)
                : Optional.empty();
    }

    /// What would be right at the caret, the likeliest first.
    public List<Proposal> at(String text, int caret) {
        FilterCursor cursor = FilterCursor.at(text, caret);
        var edit = new Edit(text, caret, cursor);
        return switch (cursor.expected()) {
            case FIELD -> fields(cursor, edit);
            case OPERATOR -> operators(cursor, edit);
            case VALUE -> values(cursor, edit);
            case AND -> List.of(edit.with("and", "a further condition", " "));
            case NOTHING -> List.of();
        };
    }

    private static List<Proposal> fields(FilterCursor cursor, Edit edit) {
        var begins = new ArrayList<Proposal>();
        var holds = new ArrayList<Proposal>();
        String typed = cursor.typed().toLowerCase(Locale.ROOT);
        for (ExampleField field : ExampleField.values()) {
            String word = field.word().toLowerCase(Locale.ROOT);
            if (word.contains(typed)) {
                (word.startsWith(typed) ? begins : holds)
                        .add(edit.with(field.word(), FieldWords.says(field), " "));
            }
        }
        begins.addAll(holds);
        return List.copyOf(begins);
    }

    private static List<Proposal> operators(FilterCursor cursor, Edit edit) {
        var proposals = new ArrayList<Proposal>();
        for (Op op : Op.values()) {
            String sign = ExampleFilter.sign(op);
            if (cursor.field().filter(field -> ExampleFilter.fits(op, field)).isPresent()
                    && sign.startsWith(cursor.typed())) {
                proposals.add(edit.with(sign, FieldWords.says(op), " "));
            }
        }
        return List.copyOf(proposals);
    }

    private List<Proposal> values(FilterCursor cursor, Edit edit) {
        if (cursor.field().isEmpty()) {
            return List.of();
        }
        ExampleField field = cursor.field().get();
        List<Choice> known = values.apply(field.word());
        if (known.isEmpty()) {
            known = field.words().stream().map(word -> new Choice(word, -1)).toList();
        }
        String typed = cursor.typed().toLowerCase(Locale.ROOT);
        var begins = new ArrayList<Proposal>();
        var holds = new ArrayList<Proposal>();
        for (Choice choice : known) {
            String value = choice.value().toLowerCase(Locale.ROOT);
            if (value.contains(typed)) {
                (value.startsWith(typed) ? begins : holds)
                        .add(edit.with(ExampleFilter.quoted(choice.value()), detail(field, choice),
                                cursor.inList() ? "" : " "));
            }
        }
        begins.addAll(holds);
        return List.copyOf(begins.subList(0, Math.min(MOST, begins.size())));
    }

    /// "Cut off by the limit · 4"; what the filter's word says already is not said again.
    private static String detail(ExampleField field, Choice choice) {
        String name = FieldWords.value(field, choice.value());
        boolean same = name.equalsIgnoreCase(choice.value()) || field.kind() == Kind.FLAG;
        String rows = choice.count() < 0 ? "" : Words.number(choice.count());
        return same ? rows : rows.isEmpty() ? name : name + " · " + rows;
    }

    /// The text before and behind what is being typed.
    private record Edit(String text, int caret, FilterCursor cursor) {

        Proposal with(String piece, String detail, String behind) {
            String before = text.substring(0, cursor.from());
            boolean glued = !before.isEmpty() && cursor.expected() == FilterCursor.Expected.VALUE
                    && "=~".indexOf(before.charAt(before.length() - 1)) >= 0;
            String rest = text.substring(caret);
            String after = rest.startsWith(" ") ? "" : behind;
            String whole = before + (glued ? " " : "") + piece + after + rest;
            int place = whole.length() - rest.length() + (rest.startsWith(" ") && !behind.isEmpty() ? 1 : 0);
            return new Proposal(piece, detail, whole, place);
        }
    }
}
