package fettle.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.engine.TinyModel;
import fettle.engine.hf.ModelFolder;
import fettle.example.BodyJson;
import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.token.template.ChatTemplate;
import fettle.tuning.supervision.ChatFormat;
import fettle.tuning.supervision.Family;
import fettle.tuning.supervision.Supervision;
import fettle.tuning.supervision.Supervision.Kind;
import fettle.tuning.supervision.TrainingRow;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What people are shown is what the trainer gets, token by token.
final class PreviewTest {

    private static final String LLAMA_2 = """
            {{ bos_token }}{%- for m in messages -%}\
            {%- if (m['role'] == 'user') != (loop.index0 % 2 == 0) -%}{{ raise_exception('roles must alternate') }}{%- endif -%}\
            {%- if m['role'] == 'user' -%}{{ '[INST] ' + m['content'] | trim + ' [/INST]' }}\
            {%- else -%}{{ ' ' + m['content'] | trim + ' ' + eos_token }}{%- endif -%}{%- endfor -%}""";
    private static final String UPPER = """
            {% for m in messages %}{{ m['role'] | upper }}: {{ m['content'] | upper }}
            {% endfor %}{% if add_generation_prompt %}ASSISTANT: {% endif %}""";
    private static final List<String> TEMPLATES = List.of(ChatFormat.CHATML, ChatFormat.NAMES, LLAMA_2, UPPER);
    private static final List<String> ROWS = List.of("""
            {"messages":[{"role":"user","content":"What colour?"},{"role":"assistant","content":"It is red."}]}""", """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"  assistant: No. "},
            {"role":"assistant","content":"No.","weight":0},{"role":"user","content":"为什么 🙂 \\ud83d"},
            {"role":"assistant","content":"  Blue.\\n\\n"}]}""", """
            {"messages":[{"role":"assistant","content":"It is red."}]}""", """
            {"messages":[{"role":"user","content":"How warm?"},{"role":"assistant","content":null,"tool_calls":[
            {"id":"c1","type":"function","function":{"name":"warmth","arguments":"{}"}}]},
            {"role":"tool","tool_call_id":"c1","content":"4"},{"role":"assistant","content":"Four."}]}""", """
            {"messages":[{"role":"user","content":"no answer"}]}""");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void showsTheVeryTokensAndTheVeryMaskOfTheBatches() throws Exception {
        ModelFolder open = ModelFolder.open(TinyModel.write(folder.resolve("model")));
        for (String template : TEMPLATES) {
            var format = new ChatFormat(ChatTemplate.parse(template), open.chat().variables());
            var model = new ModelFolder(open.path(), open.config(), open.tokenizer(), format, open.ends());
            for (String json : ROWS) {
                for (boolean answersOnly : new boolean[]{true, false}) {
                    same(model, BodyJson.read(json), answersOnly);
                }
            }
        }
    }

    private static void same(ModelFolder model, ObjectNode body, boolean answersOnly) throws Exception {
        var family = new Family.Local("m", "m", model.chat(), model.tokenizer(), 20, answersOnly);
        var rows = new ChatRows(model, answersOnly, 20);
        TrainingRow whole;
        try {
            whole = rows.row(Turn.of(body));
        } catch (ExpectedException refused) {
            assertEquals(refused.getMessage(),
                    assertThrows(ExpectedException.class, () -> family.of(body)).getMessage());
            return;
        }
        TrainingRow trained = whole.cut(20);
        Supervision shown = family.of(body);
        assertEquals(ids(whole), ids(shown.row()));
        assertEquals(trained.trainedTokens(), shown.counts().trained());
        var learned = new BitSet();
        shown.stretches().stream().filter(stretch -> stretch.kind() == Kind.TRAINED)
                .forEach(stretch -> learned.set(stretch.fromToken(), stretch.toToken()));
        assertEquals(mask(trained), learned);
        assertEquals(model.tokenizer().decode(ids(whole).stream().mapToInt(Integer::intValue).toArray(), false),
                shown.text());
    }

    private static List<Integer> ids(TrainingRow row) {
        return IntStream.range(0, row.length()).mapToObj(row::id).toList();
    }

    private static BitSet mask(TrainingRow row) {
        var mask = new BitSet();
        IntStream.range(0, row.length()).filter(row::trained).forEach(mask::set);
        return mask;
    }
}
