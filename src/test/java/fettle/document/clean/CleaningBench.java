package fettle.document.clean;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How fast texts are cleaned, and how fast secrets are found in them.
@Tag("bench")
final class CleaningBench {

    private static final String[] WORDS = {"the", "token", "of", "an", "access", "key", "is", "kept", "in", "storage",
            "and", "contract", "`api_key`", "secret", "café", "naïve", "that", "(see", "below)", "a", "function",
            "call", "gas", "each", "password", "may", "be", "1,000", "author", "https://example.org/docs/a#b"};

    /// About `length` characters of prose with headings, fences and tables.
    private static String text(int length, long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("---\ntitle: x\n---\n\n");
        while (text.length() < length) {
            switch (random.nextInt(12)) {
                case 0 -> text.append("\n## Head\n\n");
                case 1 -> text.append("\n```js\nconst apiKey = config.get('key');  \n```\n\n");
                case 2 -> text.append("\n| a | b |\n|---|---|\n| 1 | token |\n\n");
                default -> {
                    for (int i = 0; i < 60; i++) {
                        text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 14 == 13 ? '\n' : ' ');
                    }
                    text.append("\n\n");
                }
            }
        }
        return text.toString();
    }

    @Test
    void findsSecretsInSevenMegabytesInFiveSeconds() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            texts.add(text(100_000, i));
        }
        texts.forEach(Secrets::find);
        long start = System.nanoTime();
        int found = texts.stream().mapToInt(text -> Secrets.find(text).size()).sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("secrets: 7 MB in %.2f s, %d found%n", seconds, found);
        assertTrue(seconds <= 5, seconds + " s");
    }

    @Test
    void cleansAMegabyteInASecond() {
        String text = text(1_000_000, 1);
        Cleaning cleaning = Cleaning.with(Map.of());
        cleaning.clean(text, Cleaning.Layout.MARKDOWN);
        for (CleaningRule rule : Cleaning.RULES) {
            long start = System.nanoTime();
            rule.apply(text, Cleaning.Layout.MARKDOWN);
            System.out.printf("%-14s %6.1f ms%n", rule.id(), (System.nanoTime() - start) / 1e6);
        }
        long start = System.nanoTime();
        cleaning.clean(text, Cleaning.Layout.MARKDOWN);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("cleaning: 1 MB in %.2f s%n", seconds);
        assertTrue(seconds <= 2, seconds + " s");
    }
}
