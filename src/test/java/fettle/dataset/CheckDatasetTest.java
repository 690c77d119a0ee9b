package fettle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Change;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CheckDatasetTest {

    private static CheckReport check(ExampleStore examples) throws Exception {
        return new CheckDataset(examples, String::length, 100_000).run(Progress.UNWATCHED);
    }

    private static Map<String, List<Long>> findings(String... bodies) throws Exception {
        return check(TemporaryProject.examples(bodies)).findings().stream()
                .filter(finding -> finding.kind() != CheckKind.TOO_FEW)
                .collect(Collectors.toMap(Finding::id, Finding::examples));
    }

    private static String chat(String user, String assistant) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + user + "\"},{\"role\":\"assistant\",\"content\":\""
                + assistant + "\"}]}";
    }

    private static String answering(String message) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"}," + message + "]}";
    }

    @Test
    void findsNothingInGoodRowsOfEveryKind() throws Exception {
        assertEquals(Map.of(), findings(chat("a", "b"), """
                {"messages":[{"role":"user","content":[{"type":"text","text":"look"},{"type":"image_url",\
                "image_url":{"url":"https://example.org/a.png"}}]},{"role":"assistant","content":null,"weight":0,\
                "tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},\
                {"role":"tool","tool_call_id":"c1","content":"4"},{"role":"assistant","content":"four","weight":1}],\
                "tools":[],"parallel_tool_calls":false}"""));
    }

    @Test
    void namesWhatOpenAiWouldRefuse() throws Exception {
        assertEquals(Map.of("missing_messages_list", List.of(1L), "example_missing_assistant_message", List.of(2L),
                "message_missing_key", List.of(3L), "unrecognized_role", List.of(4L), "message_unrecognized_key",
                List.of(5L), "last_not_assistant", List.of(6L), "data_type", List.of(7L), "row_unrecognized_key",
                List.of(8L)),
                findings("{\"messages\":[]}", "{\"messages\":[{\"role\":\"user\",\"content\":\"only\"}]}",
                        answering("{\"role\":\"user\"},{\"role\":\"assistant\",\"content\":\"3\"}"),
                        answering("{\"role\":\"bot\",\"content\":\"x\"},{\"role\":\"assistant\",\"content\":\"4\"}"),
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"r\"},{\"role\":\"assistant\","
                                + "\"content\":\"5\",\"loss_weight\":1.0}]}",
                        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"a\"},{\"role\":\"user\","
                                + "\"content\":\"b\"}]}",
                        "{\"messages\":[7,{\"role\":\"user\",\"content\":\"s\"},{\"role\":\"assistant\","
                                + "\"content\":\"7\"}]}",
                        "{\"source\":1,\"messages\":[{\"role\":\"user\",\"content\":\"t\"},{\"role\":\"assistant\","
                                + "\"content\":\"8\"}]}"));
    }

    @Test
    void namesContentsAndWeightsThatTeachNothing() throws Exception {
        Map<String, List<Long>> found = findings(answering("{\"role\":\"assistant\",\"content\":\" \"}"),
                answering("{\"role\":\"user\",\"content\":\"\"},{\"role\":\"assistant\",\"content\":\"2\"}"),
                answering("{\"role\":\"assistant\",\"content\":\"3\",\"weight\":0}"),
                answering("{\"role\":\"assistant\",\"content\":\"3\",\"weight\":0.5}"),
                answering("{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"value\":\"5\"}]}"));
        found.remove("contradiction");
        assertEquals(Map.of("empty_answer", List.of(1L), "missing_content", List.of(2L), "teaches_nothing", List.of(3L),
                "weight", List.of(4L), "unrecognized_content_part", List.of(5L)), found);
    }

    @Test
    void namesToolCallsThatAreWronglyWritten() throws Exception {
        String call = "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":"
                + "{\"name\":\"f\",\"arguments\":%s}}]}";
        assertEquals(Map.of("doubly_encoded_arguments", List.of(1L), "arguments_not_json", List.of(2L, 3L),
                "tool_without_call", List.of(4L)),
                findings("{\"messages\":[{\"role\":\"user\",\"content\":\"1\"},"
                        + String.format(call, "\"\\\"{}\\\"\"") + "]}",
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"2\"}," + String.format(call, "{}") + "]}",
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"3\"}," + String.format(call, "\"f(\"") + "]}",
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"4\"},{\"role\":\"tool\",\"tool_call_id\":\"z\","
                                + "\"content\":\"4\"},{\"role\":\"assistant\",\"content\":\"4\"}]}"));
    }

    @Test
    void hintsAtDamagedTexts() throws Exception {
        assertEquals(Map.of("unbalanced_fence", List.of(1L), "replacement_character", List.of(3L), "mojibake",
                List.of(4L), "placeholder", List.of(5L)),
                findings(chat("a", "```java\\nx\\n````x"), chat("b", "```\\n{{x}}\\n```\\n`${{ y }}`"),
                        chat("c", "\uFFFD"),
                        chat("d", "Caf\u00C3\u00A9"), chat("I am {{name}}", "e"), chat("f", "MA\u00C7\u00C3 \u00A9")));
    }

    @Test
    void findsCopiesAndContradictions() throws Exception {
        assertEquals(Map.of("duplicate", List.of(2L), "contradiction", List.of(3L, 4L)),
                findings(chat("a", "b"), chat("a", "b"), chat("What?", "this"), chat(" what? ", "that")));
    }

    @Test
    void findsAQuestionOnBothSidesOfTheSplit() throws Exception {
        var examples = TemporaryProject.examples(chat("a", "b"), chat("A", "b"), chat("c", "d"));
        examples.apply(List.of(new Change.SetSplit(2, Side.VALIDATION)), "split");
        assertEquals(List.of(1L, 2L), check(examples).findings().stream()
                .filter(finding -> finding.kind() == CheckKind.QUESTION_ON_BOTH_SIDES).findFirst().orElseThrow()
                .examples());
    }

    @Test
    void countsErrorsAndWarningsAndPassesRejectedRowsOver() throws Exception {
        var examples = TemporaryProject.examples("{\"messages\":[]}", chat("a", "b"));
        CheckReport report = check(examples);
        assertEquals(List.of(1, 1), List.of(report.errors(), report.warnings()));
        assertFalse(report.isValid());
        assertEquals("1 row has no list `messages` with anything in it.", report.findings().getFirst().message());
        examples.apply(List.of(new Change.SetStatus(1, ExampleStatus.REJECTED)), "reject");
        assertTrue(check(examples).isValid());
        assertEquals("There is 1 row.", check(examples).findings().getFirst().message());
    }

    @Test
    void namesRowsOverTheLimitAndRowsWithoutASystemTextAmongOthersWithOne() throws Exception {
        var examples = TemporaryProject.examples(chat("a", "b"),
                "{\"messages\":[{\"role\":\"system\",\"content\":\"s\"},"
                        + "{\"role\":\"user\",\"content\":\"u\"},{\"role\":\"assistant\",\"content\":\"a long answer\"}]}");
        CheckReport report = new CheckDataset(examples, String::length, 40).run(Progress.UNWATCHED);
        assertEquals(List.of("over_limit", "missing_system", "too_few"),
                report.findings().stream().map(Finding::id).toList());
        assertEquals(List.of(2L), report.findings().getFirst().examples());
        assertEquals(List.of(1L), report.findings().get(1).examples());
    }

    @Test
    void anAnswerWhollyBeyondTheLimitTeachesNothing() throws Exception {
        var examples = TemporaryProject.examples(chat("a", "b"), chat("a very long question", "b"));
        CheckReport report = new CheckDataset(examples, String::length, 30).run(Progress.UNWATCHED);
        assertEquals(List.of(2L), report.findings().stream()
                .filter(finding -> finding.kind() == CheckKind.TEACHES_NOTHING).findFirst().orElseThrow().examples());
    }
}
