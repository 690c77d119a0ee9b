package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.chunk.Chunk;
import fettle.document.Document;
import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import fettle.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class GenerateExamplesTest {

    /// What a model says to the last turn.
    private interface Answering {

        Reply to(String prompt) throws IOException, InterruptedException;
    }

    /// A journal that forgets when the test ends.
    private static final class MemoryJournal implements Journal {

        private final Map<String, Entry> entries = new ConcurrentHashMap<>();

        @Override
        public Optional<Entry> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        @Override
        public void put(String key, Entry entry) {
            entries.put(key, entry);
        }
    }

    private final ExampleStore examples = TemporaryProject.examples();
    private final MemoryJournal journal = new MemoryJournal();
    private final AtomicInteger questions = new AtomicInteger();

    private ChatModel model(Answering answering) {
        return new ChatModel() {
            @Override
            public String name() {
                return "test/model";
            }

            @Override
            public Reply complete(Request request, Consumer<String> onText) throws IOException, InterruptedException {
                questions.incrementAndGet();
                return answering.to(request.turns().getLast().text());
            }
        };
    }

    private static Reply said(String text) {
        return new Reply(text, 10, 2, "stop");
    }

    private static List<Passage> passages(String... texts) {
        var source = new Source("s1", Source.Kind.FOLDER, "near-docs", "/home/me/near-docs", 0, 0, 1, 0);
        var document = new Document("d1", "s1", "src/lib.rs", "lib.rs", Document.Kind.CODE, "rust", "", "");
        var passages = new ArrayList<Passage>();
        for (String text : texts) {
            var chunk = new Chunk("c" + (passages.size() + 1), "d1", passages.size(), 0, 1, List.of("Intro"), text, 3);
            passages.add(new Passage(chunk, document, source));
        }
        return passages;
    }

    private Generated generate(Template template, Answering answering, List<Passage> passages, int limit)
            throws Exception {
        var settings = new GenerateSettings(template, 0, 100, 1, limit);
        return new GenerateExamples(passages, model(answering), journal, examples, settings).run(Progress.UNWATCHED);
    }

    private List<String> rows() {
        return TemporaryProject.bodies(examples).stream().map(BodyJson::write).sorted().toList();
    }

    @Test
    void makesARowOfPromptAndAnswerWithoutTheSystemText() throws Exception {
        generate(Template.EXPLAIN_CODE, _ -> said("It adds."), passages("a + b"), 0);
        assertEquals(List.of("{\"messages\":[{\"role\":\"user\",\"content\":\"Explain the following code snippet from "
                + "`src/lib.rs` in the `near-docs` repository:\\n\\n```rust\\na + b\\n```\"},"
                + "{\"role\":\"assistant\",\"content\":\"It adds.\"}]}"), rows());
        assertEquals(new Example.Origin("src/lib.rs", "s1", 0, "c1", "d1", "explain-code", "test/model"),
                examples.find(1).orElseThrow().origin());
    }

    @Test
    void sendsTheSystemTextAndAFenceThatHolds() {
        List<Turn> turns = Template.EXPLAIN_CODE.turns(passages("```js\nx\n```").getFirst());
        assertEquals(List.of("system", "user"), turns.stream().map(Turn::role).toList());
        assertTrue(turns.getLast().text().endsWith("````rust\n```js\nx\n```\n````"));
        assertEquals("Summarize the following section from the article at src/lib.rs:\n\nText {path}",
                Template.SUMMARISE_SECTION.prompt(passages("Text {path}").getFirst()));
    }

    @Test
    void makesARowOfEveryQuestionOfTheAnswer() throws Exception {
        Generated generated = generate(Template.QUESTIONS,
                _ -> said("```json\n{\"examples\":[{\"question\":\"a?\",\"answer\":\"b\"},"
                        + "{\"question\":\"c?\",\"answer\":\"d\"}]}\n```"),
                passages("x"), 0);
        assertEquals(2, generated.rows());
        assertEquals(List.of("{\"messages\":[{\"role\":\"user\",\"content\":\"a?\"},{\"role\":\"assistant\","
                + "\"content\":\"b\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"c?\"},{\"role\":\"assistant\","
                        + "\"content\":\"d\"}]}"),
                rows());
    }

    @Test
    void countsAFailedPassageKeepsItRawAndGoesOn() throws Exception {
        Generated generated = generate(Template.QUESTIONS, prompt -> {
            if (prompt.endsWith("two")) {
                return said("Sorry, no.");
            }
            if (prompt.endsWith("three")) {
                throw new ExpectedException("rejected", "The passage is too long.", "");
            }
            return prompt.endsWith("four")
                    ? new Reply("{\"exam", 5, 1, "length")
                    : said("{\"examples\":[{\"question\":\"q\",\"answer\":\"a\"}]}");
        }, passages("one", "two", "three", "four"), 0);
        assertEquals(List.of(4, 1, 3, 0, 1), List.of(generated.asked(), generated.answered(), generated.failed(),
                generated.cached(), generated.rows()));
        assertEquals(25, generated.inputTokens());
        assertEquals(List.of("The answer is not JSON.", "The answer was cut off (length).", "The passage is too long."),
                generated.failures().stream().map(Generated.Failure::reason).sorted().toList());
        assertEquals(List.of("Sorry, no.", "{\"exam"),
                journal.entries.values().stream().filter(entry -> !entry.isGood())
                        .map(Journal.Entry::answer).sorted().toList());
    }

    @Test
    void paysNothingTwiceAndRepeatsNoRow() throws Exception {
        generate(Template.SUMMARISE_SECTION, _ -> said("s"), passages("one", "two"), 1);
        Generated again = generate(Template.SUMMARISE_SECTION, _ -> said("s"), passages("one", "two"), 0);
        assertEquals(2, questions.get());
        assertEquals(List.of(1, 1, 1), List.of(again.asked(), again.cached(), again.rows()));
        assertEquals(2, examples.size());
    }

    @Test
    void bringsBackRowsThatWereUndoneWithoutAsking() throws Exception {
        generate(Template.SUMMARISE_SECTION, _ -> said("s"), passages("one"), 0);
        examples.undo();
        assertEquals(0, examples.size());
        Generated again = generate(Template.SUMMARISE_SECTION, _ -> said("s"), passages("one"), 0);
        assertEquals(List.of(0, 1, 1), List.of(again.asked(), again.cached(), again.rows()));
        assertEquals(1, examples.size());
    }

    @Test
    void endsWhenNoQuestionCanSucceedAndKeepsWhatCame() {
        var refused = assertThrows(ExpectedException.class, () -> generate(Template.SUMMARISE_SECTION, prompt -> {
            if (prompt.endsWith("one")) {
                return said("s");
            }
            throw new ExpectedException("key-refused", "The key was refused.", "Set another key.");
        }, passages("one", "two", "three", "four", "five", "six", "seven", "eight"), 0));
        assertEquals("The key was refused.", refused.getMessage());
        assertTrue(questions.get() < 8);
        assertEquals(1, examples.size());
    }

    @Test
    void keepsWhatCameWhenItIsStopped() throws Exception {
        assertThrows(InterruptedException.class, () -> generate(Template.SUMMARISE_SECTION, prompt -> {
            if (prompt.endsWith("one")) {
                return said("s");
            }
            throw new InterruptedException();
        }, passages("one", "two"), 0));
        assertEquals(1, examples.size());
        assertEquals(List.of("Generated with test/model"),
                examples.history().stream().map(Step::sentence).toList());
    }
}
