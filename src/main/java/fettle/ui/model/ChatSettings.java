package fettle.ui.model;

/// How the chat asks.
///
/// @param temperature 0 is greedy
/// @param maxTokens most tokens of an answer
/// @param system text before everything; may be empty
/// @param remembers whether earlier questions and answers are sent along
record ChatSettings(double temperature, int maxTokens, String system, boolean remembers) {

    static final ChatSettings DEFAULT = new ChatSettings(0, 200, "", false);

    /// "Temperature 0 · 200 tokens".
    String words() {
        String warm = temperature == Math.rint(temperature)
                ? String.valueOf(Math.round(temperature))
                : String.valueOf(temperature);
        return "Temperature " + warm + " · " + maxTokens + " tokens";
    }
}
