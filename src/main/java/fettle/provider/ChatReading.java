package fettle.provider;

import fettle.example.ChatModel.Reply;
import fettle.web.WebAnswer;
import fettle.web.WebException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads one chat answer, streamed or whole: what the server sends decides, not what was asked for.
final class ChatReading {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_ANSWER = 64 << 20;

    private final Faults faults;
    private final Consumer<String> onText;
    private final StringBuilder text = new StringBuilder();
    private String refusal = "";
    private String finish = "";
    private int inputTokens;
    private int outputTokens;

    ChatReading(Faults faults, Consumer<String> onText) {
        this.faults = faults;
        this.onText = onText;
    }

    /// Reads an answer of status 200. Throws a [ProviderException] that keeps the text that came.
    Reply read(WebAnswer answer) throws IOException {
        String type = answer.mediaType();
        try {
            if (type.equals("text/event-stream")) {
                stream(answer.body());
            } else if (type.endsWith("html")) {
                throw faults.page(answer.text(Faults.LARGEST_ERROR));
            } else {
                whole(answer);
            }
        } catch (ProviderException fault) {
            throw fault.withPartial(text.toString());
        }
        return reply();
    }

    private void stream(InputStream body) throws IOException {
        var events = new SseReader(body);
        try {
            for (Optional<String> event = events.next(); event.isPresent(); event = events.next()) {
                if (event.get().strip().equals("[DONE]")) {
                    finish = finish.isEmpty() ? "stop" : finish;
                    return;
                }
                chunk(event.get());
            }
        } catch (WebException broken) {
            if (broken.kind() != WebException.Kind.CUT_OFF || text.isEmpty()) {
                throw faults.of(broken);
            }
        } catch (ProviderException fault) {
            throw fault;
        } catch (IOException endless) {
            throw faults.notJson(endless.getMessage() == null ? "" : endless.getMessage());
        }
        if (text.isEmpty() && refusal.isEmpty() && finish.isEmpty()) {
            throw faults.cutOff();
        }
    }

    private void chunk(String data) throws ProviderException {
        JsonNode chunk = json(data);
        Optional<ErrorBody> error = ErrorBody.of(chunk);
        if (error.isPresent()) {
            throw faults.inStream(error.get());
        }
        for (JsonNode choice : chunk.path("choices")) {
            if (choice.path("index").asInt(0) == 0) {
                take(choice, choice.has("delta") ? choice.path("delta") : choice.path("message"));
            }
        }
        usage(chunk);
    }

    private void whole(WebAnswer answer) throws IOException {
        String body = body(answer);
        if (body.stripLeading().startsWith("<")) {
            throw faults.page(body);
        }
        if (body.startsWith("data:")) { // a stream whose server forgot to say so
            stream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        JsonNode root = json(body);
        Optional<ErrorBody> error = ErrorBody.of(root);
        if (error.isPresent()) {
            throw faults.inStream(error.get());
        }
        JsonNode choice = root.path("choices").path(0);
        if (!choice.isObject()) {
            throw faults.noAnswer();
        }
        finish = "stop";
        take(choice, choice.path("message"));
        usage(root);
    }

    private String body(WebAnswer answer) throws IOException {
        try {
            return answer.text(LARGEST_ANSWER);
        } catch (WebException broken) {
            throw faults.of(broken);
        }
    }

    private void take(JsonNode choice, JsonNode message) {
        String piece = content(message.path("content"));
        if (!piece.isEmpty()) {
            text.append(piece);
            onText.accept(piece);
        }
        refusal += message.path("refusal").asString("");
        JsonNode reason = choice.path("finish_reason");
        finish = reason.isString() ? reason.stringValue() : finish;
    }

    private static String content(JsonNode content) {
        if (!content.isArray()) {
            return content.asString("");
        }
        var joined = new StringBuilder();
        content.forEach(part -> joined.append(part.path("text").asString("")));
        return joined.toString();
    }

    private void usage(JsonNode node) {
        JsonNode usage = node.path("usage");
        if (usage.isObject()) {
            inputTokens = usage.path("prompt_tokens").asInt(inputTokens);
            outputTokens = usage.path("completion_tokens").asInt(outputTokens);
        }
    }

    private JsonNode json(String body) throws ProviderException {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
            throw faults.notJson(body);
        } catch (JacksonException _) {
            throw faults.notJson(body);
        }
    }

    private Reply reply() {
        if (text.isEmpty() && !refusal.isEmpty()) {
            return new Reply(refusal, inputTokens, outputTokens, "refusal");
        }
        return new Reply(text.toString(), inputTokens, outputTokens, finish.isEmpty() ? "incomplete" : finish);
    }
}
