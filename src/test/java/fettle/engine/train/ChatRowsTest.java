package fettle.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.tuning.supervision.TrainingRow;
import fettle.engine.TinyModel;
import fettle.tuning.supervision.ChatFormat;
import fettle.engine.hf.ModelFolder;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.token.template.ChatTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChatRowsTest {

    private static final List<Turn> TURNS = List.of(new Turn("system", "Be brief.", false),
            new Turn("user", "What is it?", false), new Turn("assistant", "It is red.", true),
            new Turn("user", "Sure?", false), new Turn("assistant", "No.", false), new Turn("user", "So?", false),
            new Turn("assistant", "Blue.", true));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theAssistantsWordsAndTheEndOfItsTurnAreLearned() throws IOException {
        ModelFolder model = model();
        TrainingRow row = new ChatRows(model, true, 1000).row(TURNS);
        assertEquals("It is red.<|im_end|>Blue.<|im_end|>", text(model, row, true));
    }

    @Test
    void theWholeTextIsWhatTheTemplateWrites() throws IOException {
        ModelFolder model = model();
        TrainingRow row = new ChatRows(model, true, 1000).row(TURNS);
        int[] ids = IntStream.range(0, row.length()).map(row::id).toArray();
        String rendered = model.chat().render(TURNS, false);
        assertEquals(rendered, model.tokenizer().decode(ids, false));
        assertEquals(IntStream.of(model.tokenizer().encode(rendered)).boxed().toList(),
                IntStream.of(ids).boxed().toList());
    }

    @Test
    void everythingIsLearnedWhenTheRecipeSaysSo() throws IOException {
        ModelFolder model = model();
        TrainingRow row = new ChatRows(model, false, 1000).row(TURNS);
        assertEquals(row.length() - 1, row.trainedTokens()); // nothing foretells the first
    }

    @Test
    void aTemplateWithoutEndMarkLearnsTheWordsToTheLinesEnd() throws IOException {
        ModelFolder model = model("{% for m in messages %}{{ m['role'] + ': ' + m['content'] + '\\n' }}{% endfor %}"
                + "{% if add_generation_prompt %}{{ 'assistant: ' }}{% endif %}");
        TrainingRow row = new ChatRows(model, true, 1000).row(TURNS);
        assertEquals("It is red.\nBlue.\n", text(model, row, true));
    }

    @Test
    void anAnswerThatComesFirstIsFound() throws IOException {
        ModelFolder model = model();
        TrainingRow row = new ChatRows(model, true, 1000).row(List.of(new Turn("assistant", "Hello", true)));
        assertEquals("Hello<|im_end|>", text(model, row, true));
    }

    @Test
    void aTemplateThatRewritesThePastIsRefused() throws IOException {
        ModelFolder model = model("{{ messages | length }}{% for m in messages %}{{ m['content'] }}{% endfor %}");
        var refused = assertThrows(ExpectedException.class, () -> new ChatRows(model, true, 1000).row(TURNS));
        assertEquals("bad-template", refused.kind());
    }

    @Test
    void rowsAreCutAndThoseThatTeachNothingAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.jsonl"), """
                {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}

                {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}]}
                {"messages":[{"role":"user","content":"%s"},{"role":"assistant","content":"b"}]}
                """.formatted("long ".repeat(100)));
        ChatRows.Read read = new ChatRows(model(), true, 40).read(file);
        assertEquals(1, read.rows().size());
        assertEquals(List.of(3, 4), read.empty());
    }

    @Test
    void aLineThatIsNoChatRowIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.jsonl"), "{\"messages\":[]}\n{\"prompt\":1}\n");
        ModelFolder model = model();
        var refused = assertThrows(ExpectedException.class, () -> new ChatRows(model, true, 40).read(file));
        assertTrue(refused.getMessage().startsWith("Line 2 of"), refused.getMessage());
    }

    private ModelFolder model() throws IOException {
        return ModelFolder.open(TinyModel.write(folder.resolve("model")));
    }

    private ModelFolder model(String template) throws IOException {
        ModelFolder model = model();
        return new ModelFolder(model.path(), model.config(), model.tokenizer(),
                new ChatFormat(ChatTemplate.parse(template), model.chat().variables()), model.ends());
    }

    private static String text(ModelFolder model, TrainingRow row, boolean trained) {
        int[] ids = IntStream.range(0, row.length()).filter(at -> row.trained(at) == trained).map(row::id).toArray();
        return model.tokenizer().decode(ids, false);
    }
}
