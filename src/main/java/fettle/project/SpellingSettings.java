package fettle.project;

import java.util.List;

/// How the texts of a project are spelt.
///
/// @param language the name of a Hunspell dictionary, such as "en" or "nb_NO"; empty when spelling is not checked
/// @param words that the project knows beside the dictionary, in lower case
public record SpellingSettings(String language, List<String> words) {

    public static final SpellingSettings USUAL = new SpellingSettings("en", List.of());

    public SpellingSettings {
        words = List.copyOf(words);
    }

    public SpellingSettings withLanguage(String newLanguage) {
        return new SpellingSettings(newLanguage, words);
    }
}
