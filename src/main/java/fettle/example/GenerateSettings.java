package fettle.example;

/// How examples are generated.
///
/// @param temperature 0 is greedy
/// @param maxTokens most tokens of an answer
/// @param concurrency most questions under way at once
/// @param limit most passages, from the first on; 0 for all
public record GenerateSettings(Template template, double temperature, int maxTokens, int concurrency, int limit) {

    public GenerateSettings {
        if (concurrency < 1 || maxTokens < 1 || limit < 0) {
            throw new IllegalArgumentException("Concurrency and the answer's tokens begin at 1, a limit at 0.");
        }
    }

    public static GenerateSettings of(Template template) {
        return new GenerateSettings(template, 0.2, 2000, 4, 0);
    }
}
