package fettle.ui.example.facet;

import fettle.example.ExampleField;
import java.util.List;
import java.util.Optional;

/// A field as a facet.
///
/// @param kind how its values are shown
public record Facet(ExampleField field, Kind kind) {

    /// How values are shown.
    public enum Kind {
        /// Values with counts.
        CHOICES,
        /// A histogram with two handles.
        RANGE,
        /// A field for a text or a regular expression.
        TEXT
    }

    /// Facets that are shown until the person chooses others.
    static final List<String> USUAL = List.of("status", "tokens", "finding", "source", "tag");

    /// All that there are, in the order in which they are offered.
    static final List<Facet> ALL = List.of(choices(ExampleField.STATUS), range(ExampleField.TOKENS),
            choices(ExampleField.FINDING), choices(ExampleField.SUPERVISION), choices(ExampleField.SOURCE),
            choices(ExampleField.TAG), choices(ExampleField.TEMPLATE), choices(ExampleField.MODEL),
            choices(ExampleField.SPLIT), choices(ExampleField.DATASET), choices(ExampleField.RATING),
            range(ExampleField.SCORE), choices(ExampleField.FLAGGED), choices(ExampleField.EDITED),
            choices(ExampleField.DUPLICATE), choices(ExampleField.CLUSTER), range(ExampleField.TURNS),
            range(ExampleField.ASSISTANT_TOKENS), range(ExampleField.TRAINED_TOKENS), range(ExampleField.LEAD_TOKENS),
            choices(ExampleField.BIN), text(ExampleField.QUESTION), text(ExampleField.ANSWER), text(ExampleField.TEXT),
            text(ExampleField.NOTE));

    static Optional<Facet> of(String word) {
        return ALL.stream().filter(facet -> facet.word().equals(word)).findFirst();
    }

    private static Facet choices(ExampleField field) {
        return new Facet(field, Kind.CHOICES);
    }

    private static Facet range(ExampleField field) {
        return new Facet(field, Kind.RANGE);
    }

    private static Facet text(ExampleField field) {
        return new Facet(field, Kind.TEXT);
    }

    /// The field as filters have it.
    public String word() {
        return field.word();
    }
}
