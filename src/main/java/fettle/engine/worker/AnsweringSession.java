package fettle.engine.worker;

import fettle.engine.generate.Speaker;
import fettle.job.ExpectedException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Loads a model, says `{"ready":true}` and answers questions one after the other.
final class AnsweringSession implements Session {

    private final Order.Answer order;
    private final Output output;
    private final BlockingQueue<Ask> asks = new LinkedBlockingQueue<>();
    private volatile long cancelled;

    /// One question: `{"ask":{id, question}}`. Pieces come as `{"id","piece"}`, the end as `{"id","done":{…}}`.
    record Ask(long id, Speaker.Question question) {}

    AnsweringSession(Order.Answer order, Output output) {
        this.order = order;
        this.output = output;
    }

    @Override
    public void run() throws Exception {
        try (Speaker speaker = Speaker.load(Path.of(order.model()), Cores.forWork())) {
            output.line("{\"ready\":true}");
            while (true) {
                answer(speaker, asks.take());
            }
        }
    }

    private void answer(Speaker speaker, Ask ask) {
        ObjectNode last = JsonMapper.shared().createObjectNode().put("id", ask.id());
        try {
            Speaker.Answered answered = speaker.answer(ask.question(),
                    piece -> output.line(JsonMapper.shared().createObjectNode().put("id", ask.id())
                            .put("piece", piece).toString()),
                    () -> cancelled >= ask.id());
            last.putPOJO("done", answered);
        } catch (ExpectedException refused) {
            Output.describe(refused, last.putObject("failed"));
        }
        output.line(JsonMapper.shared().writeValueAsString(last));
    }

    @Override
    public void say(JsonNode line) {
        if (line.has("ask")) {
            asks.add(JsonMapper.shared().treeToValue(line.path("ask"), Ask.class));
        } else if (line.has("cancel")) {
            cancelled = line.path("cancel").asLong(0);
        }
    }

    @Override
    public void abandoned() {
        // nothing to keep
    }
}
