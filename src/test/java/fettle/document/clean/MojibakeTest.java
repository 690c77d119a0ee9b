package fettle.document.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

final class MojibakeTest {

    /// The cases of ftfy's own tests (rspeer/python-ftfy, tests/test-cases, Apache License 2.0) that ftfy passes.
    static Stream<Arguments> ftfy() throws IOException {
        try (InputStream in = MojibakeTest.class.getResourceAsStream("/golden/cleaning/ftfy_cases.json")) {
            assertNotNull(in);
            return StreamSupport.stream(JsonMapper.builder().build().readTree(in).path("cases").spliterator(), false)
                    .filter(one -> one.path("expect").asString().equals("pass"))
                    .map(one -> Arguments.of(one.path("label").asString(), one.path("original").asString(),
                            one.path("fixed-encoding").isNull()
                                    ? one.path("fixed").asString()
                                    : one.path("fixed-encoding").asString()))
                    .toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ftfy")
    void mendsWhatIsBrokenAndLeavesTheRest(String label, String original, String meant) {
        assertEquals(meant, Mojibake.mend(original).orElse(original), label);
        assertEquals(Optional.empty(), Mojibake.mend(meant), "again");
    }

    @ParameterizedTest
    @CsvSource({"cafÃ©,café", "5 mÂ²,5 m²", "itâ€™s,it’s", "ÐŸÑ€Ð¸Ð²ÐµÑ‚,Привет", "â‚¬ 5,€ 5"})
    void mendsCommonDamage(String broken, String meant) {
        assertEquals(meant, Mojibake.mend(broken).orElseThrow().replace('\u00A0', ' '));
    }

    @ParameterizedTest
    @CsvSource({"Ångström", "naïve façade", "¿Qué?", "„Größe“", "Привет", "日本語", "Ελληνικά", "100 °C ± 2 µm",
            "L’été à Paris…", "Ünïcödé", "Łódź", "ÃO", "5 × 3² = 45", "© 2024 Müller®"})
    void leavesWhatIsRight(String right) {
        assertEquals(Optional.empty(), Mojibake.mend(right));
    }

    @Test
    void mendsEachLineByItself() {
        assertEquals("café\nÃ\nнет", Mojibake.mend("cafÃ©\nÃ\nнет").orElseThrow());
    }

    @Test
    void staysWithinItsStackOnLongRuns() {
        assertEquals("é".repeat(200_000) + "x", Mojibake.mend("Ã©".repeat(200_000) + "x").orElseThrow());
    }
}
