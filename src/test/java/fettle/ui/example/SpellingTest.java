package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.ui.example.spelling.Dictionaries;
import fettle.ui.example.spelling.Spelling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpellingTest {

    private final Spelling spelling = new Spelling(new Dictionaries(List.of()));

    @Test
    void findsWrongWordsInProseAndLeavesCodeAndNamesAlone() throws Exception {
        assertEquals(List.of("teh", "recieves", "doesnt"), wrong("""
                The keeper's lamp: teh keeper recieves oil, and it doesn't matter (doesnt).

                ```rust
                let teh = recieves;
                ```

                Use `recieves` in ft_recieve, maxTokns, HTTPS and the 3rd file ./teh/log.txtt of
                https://exampel.org/recieves, or write to keper@lamp.orgg. 灯塔 Привет <teh>.
                """));
    }

    @Test
    void wordsOfTheProjectAreKnownAndSuggestionsAreNear() throws Exception {
        String text = "A keeperish's path, and a keeperish.";
        assertEquals(List.of("keeperish's", "keeperish"), wrong(text));
        assertEquals(List.of(), spelling.misspelt(text, 0, text.length(), "en", Set.of("keeperish")));
        assertTrue(spelling.suggestions("recieves", "en").contains("receives"));
    }

    @Test
    void anotherLanguageIsAPairOfFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("nb_NO.aff"), "SET UTF-8\n");
        Files.writeString(folder.resolve("nb_NO.dic"), "2\nfyret\nlyser\n");
        var dictionaries = new Dictionaries(List.of(folder, folder.resolve("absent")));
        assertEquals(List.of("en", "nb_NO"), dictionaries.names());
        String text = "fyret lysr";
        assertEquals(List.of(new Spelling.Misspelt(6, 10)),
                new Spelling(dictionaries).misspelt(text, 0, text.length(), "nb_NO", Set.of()));
        assertEquals(List.of(), new Spelling(dictionaries).misspelt(text, 0, text.length(), "fr", Set.of()));
    }

    private List<String> wrong(String text) throws Exception {
        return spelling.misspelt(text, 0, text.length(), "en", Set.of()).stream()
                .map(word -> text.substring(word.from(), word.to())).toList();
    }
}
