package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.AskModel.Variation;
import fettle.example.Candidate.From;
import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class AskModelTest {

    private static final Rewrite REWRITE = new Rewrite("Shorter.", "It is red.", "It is red.",
            List.of(new Turn("user", "Which?", false), new Turn("assistant", "It is red.", true)), 1, "");

    private final List<Request> asked = new ArrayList<>();
    private final Map<String, Journal.Entry> kept = new HashMap<>();
    private final Journal journal = new Journal() {
        @Override
        public Optional<Entry> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, Entry entry) {
            kept.put(key, entry);
        }
    };

    private ChatModel model(int longest) {
        return new ChatModel() {
            @Override
            public String name() {
                return "m";
            }

            @Override
            public Reply complete(Request request, Consumer<String> onText) throws IOException {
                asked.add(request);
                if (request.turns().stream().mapToInt(turn -> turn.text().length()).sum() > longest) {
                    throw new ExpectedException("too-long", "Too long.", "");
                }
                onText.accept("Red.");
                return new Reply("Red.", 9, 2, "stop");
            }
        };
    }

    private Candidate ask(ChatModel model, Rewrite rewrite, double temperature) throws Exception {
        return new AskModel(model, rewrite, new Variation(temperature, 0), journal, _ -> {}).run(Progress.UNWATCHED);
    }

    @Test
    void theSameQuestionIsAskedOnce() throws Exception {
        assertEquals(From.MODEL, ask(model(10_000), REWRITE, 0.2).from());
        Candidate again = ask(model(10_000), REWRITE, 0.2);
        assertEquals("Red. 9 2", again.text() + " " + again.inputTokens() + " " + again.outputTokens());
        assertEquals(From.JOURNAL, again.from());
        assertEquals(1, asked.size());
        assertEquals(From.MODEL, ask(model(10_000), REWRITE, 0.7).from());
        Rewrite other = new Rewrite("Shorter.", "It is blue.", "It is blue.", REWRITE.conversation(), 1, "");
        assertEquals(From.MODEL, ask(model(10_000), other, 0.2).from());
    }

    @Test
    void theSourceAndTheConversationAreGivenAlong() throws Exception {
        ask(model(10_000), new Rewrite("Shorter.", "red", "It is red.", REWRITE.conversation(), 1, "The chunk."), 0);
        String sent = asked.getFirst().turns().getLast().text();
        assertTrue(sent.startsWith("Source:\nThe chunk.") && sent.contains("user: Which?") && sent.contains(
                "only this part") && sent.endsWith("red"), sent);
    }

    @Test
    void aModelThatReadsLittleSeesTheTextAlone() throws Exception {
        assertEquals(From.MODEL_BRIEFLY, ask(model(40), REWRITE, 0).from());
        assertEquals(List.of(new Turn("user", "Shorter.\n\nIt is red.", false)), asked.getLast().turns());
    }
}
