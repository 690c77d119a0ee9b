package fettle.tuning.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.ChatTokens;
import fettle.job.ExpectedException;
import fettle.token.Encoding;
import fettle.token.bpe.Tokenizer;
import fettle.token.bpe.TokenizerTrainer;
import fettle.token.template.ChatTemplate;
import fettle.tuning.supervision.Supervision.Counts;
import fettle.tuning.supervision.Supervision.Kind;
import fettle.tuning.supervision.Supervision.Stretch;
import fettle.tuning.supervision.Supervision.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

final class SupervisionTest {

    private static final String PLAIN = """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"user"},
            {"role":"assistant","content":" It is red. 为什么 🙂"},{"role":"user","content":"e"},
            {"role":"assistant","content":"No.","weight":0}]}""";
    private static final String TOOLS = """
            {"messages":[{"role":"user","name":"ada","content":[{"type":"text","text":"How warm?"}]},
            {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":
            {"name":"warmth","arguments":"{\\"city\\":\\"Oslo\\"}"}}]},
            {"role":"tool","tool_call_id":"c1","content":"4 °C"},{"role":"assistant","content":"Four degrees."}],
            "tools":[{"type":"function","function":{"name":"warmth","parameters":{"type":"object"}}}]}""";

    private static final Tokenizer TOKENIZER = tokenizer();

    private static Tokenizer tokenizer() {
        return TokenizerTrainer.train(List.of("What colour is it? It is red. user assistant system Be brief."), 300,
                List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"));
    }

    private static Family.Local local(String template, int limit, boolean assistantOnly) throws Exception {
        var format = new ChatFormat(ChatTemplate.parse(template),
                Map.of("bos_token", "<|endoftext|>", "eos_token", "<|im_end|>"));
        return new Family.Local("local:tiny", "tiny", format, TOKENIZER, limit, assistantOnly);
    }

    private static ObjectNode body(String json) {
        return BodyJson.read(json);
    }

    private static Map<Kind, String> texts(Supervision shown) {
        return shown.stretches().stream().collect(Collectors.groupingBy(Stretch::kind, Collectors.mapping(
                stretch -> shown.text().substring(stretch.from(), stretch.to()), Collectors.joining("|"))));
    }

    @Test
    void tellsTrainedMaskedAndTemplateApartEvenWhereWordsLookLikeMarks() throws Exception {
        Supervision shown = local(ChatFormat.CHATML, 1000, true).of(body(PLAIN));
        assertEquals(Map.of(Kind.TRAINED, " It is red. 为什么 🙂<|im_end|>", Kind.MASKED, "Be brief.|user|e|No.",
                Kind.TEMPLATE,
                "<|im_start|>system\n|<|im_end|>\n<|im_start|>user\n|<|im_end|>\n<|im_start|>assistant\n|"
                        + "\n<|im_start|>user\n|<|im_end|>\n<|im_start|>assistant\n|<|im_end|>\n"),
                texts(shown));
        Counts counts = shown.counts();
        assertEquals(shown.row().length(), counts.total());
        assertEquals(shown.row().trainedTokens(), counts.trained());
        assertEquals(Verdict.WHOLE, counts.verdict());
        assertTrue(shown.notes().contains("One answer has weight 0: it is read and not learned."));
        assertTrue(shown.sentence().endsWith("nothing cut off."), shown.sentence());
    }

    @Test
    void wordsThatATemplateGluesToItsNamesAreWordsStill() throws Exception {
        Supervision shown = local(ChatFormat.NAMES, 1000, true).of(body("""
                {"messages":[{"role":"user","content":"What colour"},{"role":"assistant","content":"It is red."}]}"""));
        assertEquals("user: What colour\nassistant: It is red.<|im_end|>\n", shown.text());
        assertTrue(texts(shown).getOrDefault(Kind.MASKED, "").endsWith("What colour"));
        assertEquals("It is red.<|im_end|>", texts(shown).getOrDefault(Kind.TRAINED, "").strip());
    }

    @Test
    void whatIsCutOffSaysWhatItWouldHaveBeen() throws Exception {
        Family whole = local(ChatFormat.CHATML, 1000, true);
        Supervision all = whole.of(body(PLAIN));
        Stretch answer = all.stretches().stream().filter(one -> one.kind() == Kind.TRAINED).findFirst().orElseThrow();
        Supervision some = whole.withLimit(answer.fromToken() + 2).of(body(PLAIN));
        assertEquals(2, some.counts().trained());
        assertEquals(all.counts().trained() - 2, some.counts().cutTrained());
        assertEquals(Verdict.PARTLY_CUT, some.counts().verdict());
        Supervision none = whole.withLimit(answer.fromToken()).of(body(PLAIN));
        assertEquals(Verdict.CUT_OFF, none.counts().verdict());
        assertEquals(Verdict.TEACHES_NOTHING, whole.of(body("""
                {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}]}"""))
                .counts().verdict());
    }

    @Test
    void everythingIsLearnedWhenTheRecipeSaysSo() throws Exception {
        Supervision shown = local(ChatFormat.CHATML, 1000, false).of(body(PLAIN));
        assertEquals(shown.row().length() - 1, shown.counts().trained());
        assertTrue(shown.notes().getFirst().contains("assistant_only_loss"));
    }

    @Test
    void aTextThatBeginsTwiceIsNamed() throws Exception {
        Supervision shown = local("{{ bos_token }}" + ChatFormat.NAMES.replace("{{ message['role'] + ': ' + ", "{{ "),
                1000, true).of(body("""
                        {"messages":[{"role":"user","content":"<|endoftext|>Hi"},
                        {"role":"assistant","content":"It is red."}]}"""));
        assertTrue(shown.notes().getFirst().startsWith("The text begins with <|endoftext|> twice."),
                shown.notes() + "");
    }

    @Test
    void aHostedModelCountsAsTheChatFormulaDoes() {
        for (Encoding encoding : List.of(Encoding.O200K_BASE, Encoding.CL100K_BASE)) {
            for (String json : List.of(PLAIN, TOOLS, "{\"messages\":[]}", "{\"messages\":[1,{\"role\":\"user\"}]}")) {
                Supervision shown = new Family.Hosted("x", "x", encoding, 100_000).of(body(json));
                assertEquals(ChatTokens.total(body(json), encoding), shown.counts().total(), json);
            }
        }
        Supervision shown = new Family.Hosted("x", "x", Encoding.O200K_BASE, 100_000).of(body(TOOLS));
        assertEquals("→ warmth {\"city\":\"Oslo\"}|Four degrees.",
                texts(shown).getOrDefault(Kind.TRAINED, "").replace("\n", ""));
    }

    @ParameterizedTest
    @EnumSource(OpenTemplate.class)
    void openTemplatesTellTheAnswerFromTheRest(OpenTemplate template) throws Exception {
        var family = new Family.Open(template.id(), template.title(), template, 10_000);
        Supervision shown = family.of(body("""
                {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Which colour?"},
                {"role":"assistant","content":"Red."}]}"""));
        String trained = texts(shown).getOrDefault(Kind.TRAINED, "");
        assertTrue(trained.strip().startsWith("Red.") && trained.length() > 5, shown.text());
        assertEquals("Be brief.|Which colour?", texts(shown).getOrDefault(Kind.MASKED, "").replace("\n", "").strip());
        assertTrue(shown.notes().getFirst().startsWith("An estimate"), shown.notes().getFirst());
    }

    @Test
    void toolCallsStandInTheTemplatesThatKnowThem() throws Exception {
        var qwen = new Family.Open("q", "q", OpenTemplate.QWEN, 10_000);
        Supervision shown = qwen.of(body(TOOLS));
        assertTrue(shown.text().contains("<tool_call>\n{\"name\": \"warmth\", \"arguments\": {\"city\": \"Oslo\"}}"),
                shown.text());
        assertTrue(texts(shown).getOrDefault(Kind.TRAINED, "").contains("\"warmth\""));
        assertTrue(texts(shown).getOrDefault(Kind.TEMPLATE, "").contains("# Tools"));
        assertEquals("How warm?|4 °C", texts(shown).getOrDefault(Kind.MASKED, ""));
    }

    @Test
    void aTemplateThatRefusesSaysItsOwnSentence() {
        var mistral = new Family.Open("m", "m", OpenTemplate.MISTRAL, 10_000);
        var refused = assertThrows(ExpectedException.class, () -> mistral.of(body("""
                {"messages":[{"role":"user","content":"a"},{"role":"user","content":"b"},
                {"role":"assistant","content":"c"}]}""")));
        assertEquals(
                "The chat template refuses these messages: After the optional system message, conversation roles must "
                        + "alternate user/assistant/user/assistant/...",
                refused.getMessage());
    }

    @Test
    void aVeryLongRowIsQuickEnough() throws Exception {
        String words = "What colour is it? It is red. ".repeat(35_000);
        ObjectNode body = body("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}");
        body.withArray("messages").addObject().put("role", "assistant").put("content", words);
        Supervision shown = local(ChatFormat.CHATML, 512, true).of(body);
        assertEquals(words.length() + "<|im_end|>".length(), shown.stretches().stream()
                .filter(one -> one.turn() == 1).mapToInt(one -> one.to() - one.from()).sum());
        assertEquals(512, shown.counts().total() - shown.counts().cut());
    }

    @Test
    void knownFamiliesHaveNamesOfTheirOwn() {
        List<String> ids = Family.known().stream().map(Family::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertEquals("gpt-4o", ids.getFirst());
    }
}
