package fettle.provider;

import fettle.example.ChatModel;
import fettle.example.Turn;
import fettle.provider.ProviderException.Fault;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A model behind an OpenAI-compatible `/chat/completions`.
public final class OpenAiChat implements ChatModel {

    private final OpenAiApi api;
    private final String model;
    private final Set<String> refusedFields = ConcurrentHashMap.newKeySet();

    /// `model` is the provider's own name of it.
    public OpenAiChat(OpenAiApi api, String model) {
        this.api = api;
        this.model = model;
        if (api.profile().isOpenAi()) {
            refusedFields.add("max_tokens"); // "deprecated in favor of max_completion_tokens"
        }
    }

    @Override
    public String name() {
        return api.profile().name() + "/" + model;
    }

    /// Throws a [ProviderException] when there is no answer; it keeps what came of one that broke.
    @Override
    public Reply complete(Request request, Consumer<String> onText) throws IOException, InterruptedException {
        while (true) {
            try {
                return ask(request, onText);
            } catch (RefusedField refused) {
                if (!refusedFields.add(refused.field)) {
                    throw refused.fault;
                }
            }
        }
    }

    private Reply ask(Request request, Consumer<String> onText)
            throws IOException, InterruptedException, RefusedField {
        Faults faults = api.faults(model);
        ObjectNode body = body(request);
        try {
            return api.post("chat", "/chat/completions", body.toString(), faults,
                    answer -> new ChatReading(faults, onText).read(answer));
        } catch (ProviderException fault) {
            String field = fault.field();
            if (fault.fault() == Fault.REJECTED && fault.partial().isEmpty() && body.has(field)
                    && Set.of("max_tokens", "max_completion_tokens", "temperature", "stream_options").contains(field)) {
                throw new RefusedField(field, fault);
            }
            throw fault;
        }
    }

    private ObjectNode body(Request request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model);
        ArrayNode messages = body.putArray("messages");
        for (Turn turn : request.turns()) {
            messages.addObject().put("role", turn.role()).put("content", turn.text());
        }
        body.put("temperature", request.temperature());
        body.put(refusedFields.contains("max_tokens") ? "max_completion_tokens" : "max_tokens", request.maxTokens());
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        refusedFields.forEach(body::remove);
        return body;
    }

    /// The server does not take one of the optional fields: newer models of OpenAI take no temperature, for example.
    private static final class RefusedField extends Exception {

        private final String field;
        private final ProviderException fault;

        RefusedField(String field, ProviderException fault) {
            super(fault);
            this.field = field;
            this.fault = fault;
        }
    }
}
