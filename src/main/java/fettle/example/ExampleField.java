package fettle.example;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A field of the rows that a filter can ask for.
public enum ExampleField {
    ID("id", Kind.NUMBER),
    STATUS("status", Kind.WORD, "draft", "approved", "rejected"),
    TAG("tag", Kind.NAME),
    TURNS("turns", Kind.NUMBER),
    TOKENS("tokens", Kind.NUMBER),
    ASSISTANT_TOKENS("assistantTokens", Kind.NUMBER),
    TRAINED_TOKENS("trainedTokens", Kind.NUMBER),
    LEAD_TOKENS("leadTokens", Kind.NUMBER),
    EDITED("edited", Kind.FLAG, "yes", "no"),
    SOURCE("source", Kind.NAME),
    TEMPLATE("template", Kind.NAME),
    MODEL("model", Kind.NAME),
    SPLIT("split", Kind.WORD, "train", "validation", "none"),
    DATASET("dataset", Kind.NAME),
    RATING("rating", Kind.NUMBER),
    FLAGGED("flagged", Kind.FLAG, "yes", "no"),
    NOTE("note", Kind.TEXT),
    DUPLICATE("duplicate", Kind.FLAG, "yes", "no"),
    CLUSTER("cluster", Kind.NUMBER),
    SCORE("score", Kind.NUMBER),
    BIN("bin", Kind.FLAG, "yes", "no"),
    FINDING("finding", Kind.NAME),
    SUPERVISION("supervision", Kind.NAME),
    QUESTION("question", Kind.TEXT),
    ANSWER("answer", Kind.TEXT),
    TEXT("text", Kind.TEXT);

    /// What a field holds, and so how it can be asked.
    public enum Kind {
        /// A number, or none.
        NUMBER,
        /// Yes or no.
        FLAG,
        /// One of a few known words.
        WORD,
        /// A name that the rows bring along.
        NAME,
        /// Running text.
        TEXT
    }

    private static final Map<String, ExampleField> ALIASES = Map.of("messages", TURNS, "tags", TAG, "flag", FLAGGED);

    private final String word;
    private final Kind kind;
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> values;

    ExampleField(String word, Kind kind, String... values) {
        this.word = word;
        this.kind = kind;
        this.values = List.of(values);
    }

    /// The field of this name, whatever its case; names of the command line's rows, such as "messages", are known too.
    public static Optional<ExampleField> of(String name) {
        for (ExampleField field : values()) {
            if (field.word.equalsIgnoreCase(name)) {
                return Optional.of(field);
            }
        }
        return Optional.ofNullable(ALIASES.get(name.toLowerCase(Locale.ROOT)));
    }

    /// As filters have it: "assistantTokens".
    public String word() {
        return word;
    }

    public Kind kind() {
        return kind;
    }

    /// The words that it can be; empty when they depend on the rows.
    public List<String> words() {
        return values;
    }
}
