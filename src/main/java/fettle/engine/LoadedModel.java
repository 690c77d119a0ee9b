package fettle.engine;

import fettle.job.ExpectedException;
import fettle.model.ModelRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A model in its worker process. Answers one question at a time; others wait.
final class LoadedModel implements ModelRunner.Loaded {

    private static final Duration LISTEN = Duration.ofMillis(200);

    private final String name;
    private final WorkerProcess worker;
    private final ReentrantLock asking = new ReentrantLock();
    private long lastId;

    LoadedModel(String name, WorkerProcess worker) {
        this.name = name;
        this.worker = worker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reply complete(Request request, Consumer<String> onText) throws IOException, InterruptedException {
        asking.lockInterruptibly();
        try {
            long id = ++lastId;
            worker.send(question(id, request));
            return answer(id, onText);
        } catch (InterruptedException stopped) {
            worker.send("{\"cancel\":" + lastId + "}"); // what still comes of this answer is passed over
            throw stopped;
        } finally {
            asking.unlock();
        }
    }

    private static String question(long id, Request request) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        ObjectNode ask = line.putObject("ask").put("id", id);
        ObjectNode question = ask.putObject("question").put("temperature", request.temperature()).put("topP", 1.0)
                .put("most", request.maxTokens()).put("seed", id);
        question.set("turns", JsonMapper.shared().valueToTree(request.turns()));
        return line.toString();
    }

    private Reply answer(long id, Consumer<String> onText) throws ExpectedException, InterruptedException {
        while (true) {
            Optional<JsonNode> polled = worker.poll(LISTEN);
            if (polled.isEmpty() || polled.get().path("id").asLong(0) != id) {
                continue;
            }
            JsonNode line = polled.get();
            if (line.has("piece")) {
                onText.accept(line.path("piece").asString(""));
            } else if (line.has("failed")) {
                throw WorkerProcess.failure(line.path("failed"));
            } else if (line.has("done")) {
                JsonNode done = line.path("done");
                return new Reply(done.path("text").asString(""), done.path("inputTokens").asInt(0),
                        done.path("outputTokens").asInt(0), done.path("finish").asString("stop"));
            }
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
