package fettle.ui.example.ask;

/// Instructions that are asked often.
enum Preset {
    SHORTER("Shorter", "Make it shorter. Keep every fact."),
    CLEARER("Clearer", "Make it clearer: plain words, short sentences, one thought after the other. Keep every fact."),
    LANGUAGE("Correct the language",
            "Correct spelling, grammar and punctuation. Change nothing else."),
    FROM_CHUNK("From the chunk only",
            "Keep only what the source says. Take out what it does not say, and correct what it says otherwise."),
    TABLE("Make it a table", "Write what can be compared as a Markdown table, the rest as a sentence before it.");

    private final String title;
    private final String instruction;

    Preset(String title, String instruction) {
        this.title = title;
        this.instruction = instruction;
    }

    String title() {
        return title;
    }

    String instruction() {
        return instruction;
    }
}
