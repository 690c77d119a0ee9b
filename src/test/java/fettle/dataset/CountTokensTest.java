package fettle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.ExampleQuery;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import fettle.token.Encoding;
import org.junit.jupiter.api.Test;

final class CountTokensTest {

    @Test
    void countsByTheChatFormulaAndWhatIsTrained() throws Exception {
        // Single words, one token each: (3 + 1 + 1) + (3 + 1 + 1) + 3 = 13 and (3 + 1 + 1) + 2 * (3 + 1 + 1) + 3 = 18.
        var examples = TemporaryProject.examples(
                "{\"messages\":[{\"role\":\"user\",\"content\":\"yes\"},{\"role\":\"assistant\",\"content\":\"no\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"yes\"},{\"role\":\"assistant\",\"content\":\"no\","
                        + "\"weight\":0},{\"role\":\"assistant\",\"content\":\"no\"}]}");
        TokenReport report = new CountTokens(examples, ExampleQuery.KEPT, Encoding.DEFAULT, 15)
                .run(Progress.UNWATCHED);
        assertEquals("o200k_base", report.encoding());
        assertEquals(2, report.examples());
        assertEquals(13, report.total().min());
        assertEquals(18, report.total().max());
        assertEquals(15.5, report.total().median());
        assertEquals(3, report.assistant().sum());
        assertEquals(2, report.trained());
        assertEquals(1, report.overLimit());
        assertEquals(5, report.messages().sum());
        assertEquals(2, report.histogram().bins().stream().mapToInt(bin -> bin.count()).sum());
    }
}
