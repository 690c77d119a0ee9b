package fettle.ui.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

final class PastedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
            "question\\tanswer\\nWhy?\\tBecause. ! tsv", "question,answer\\nWhy?,Because. ! csv",
            "question;answer\\n\"Why, oh why?\";Because. ! csv",
            "[{\"question\":\"Why?\"}] ! json", "{\"question\":\"Why?\"}\\n{\"question\":\"When?\"} ! jsonl",
            "{\\n  \"question\": \"Why?\"\\n} ! json"})
    void takesCellsAndJsonForRows(String text, String ending) {
        String pasted = text.replace("\\t", "\t").replace("\\n", "\n");
        assertEquals(new PastedText.Rows(pasted, ending), PastedText.of(pasted));
    }

    @Test
    void takesLinesOfAddressesForSources() {
        assertEquals(new PastedText.Addresses(List.of("https://example.org/a", "github:near/neps@main")),
                PastedText.of("https://example.org/a\n\n github:near/neps@main\nhttps://example.org/a\n"));
    }

    @Test
    void leavesProseAlone() {
        assertEquals(new PastedText.Neither(), PastedText.of("Dear Ada,\nsee https://example.org for more."));
        assertEquals(new PastedText.Neither(), PastedText.of(" \n"));
    }
}
