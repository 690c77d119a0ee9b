package fettle.provider;

import fettle.web.Web;
import fettle.web.WebAnswer;
import fettle.web.WebException;
import fettle.web.WebRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The calls to one provider: addresses, the key, and what its errors mean.
public final class OpenAiApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_LIST = 16 << 20;

    private final ProviderAccess access;
    private final Web web;
    private final InstantSource clock;

    public OpenAiApi(ProviderAccess access, Web web) {
        this(access, web, InstantSource.system());
    }

    OpenAiApi(ProviderAccess access, Web web, InstantSource clock) {
        this.access = access;
        this.web = web;
        this.clock = clock;
    }

    public ProviderProfile profile() {
        return access.profile();
    }

    /// The ids of the models that the provider offers with this key, in its order.
    public List<String> models() throws IOException, InterruptedException {
        var faults = new Faults(access, "", clock);
        return call(WebRequest.get("list models", access.profile().baseUrl() + "/models"), faults, answer -> {
            var ids = new ArrayList<String>();
            JsonNode root = json(answer, faults);
            JsonNode list = root.isArray() ? root : root.path("data");
            list.forEach(model -> ids.add(model.path("id").asString("")));
            ids.removeIf(String::isEmpty);
            return List.copyOf(ids);
        });
    }

    private static JsonNode json(WebAnswer answer, Faults faults) throws IOException {
        String text = answer.text(LARGEST_LIST);
        if (answer.mediaType().endsWith("html") || text.stripLeading().startsWith("<")) {
            throw faults.page(text);
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            throw faults.notJson(text);
        }
    }

    /// Posts `json` to `path` below the base URL; an answer that is not a success becomes a [ProviderException].
    <T> T post(String purpose, String path, String json, Faults faults, Web.Reading<T> reading)
            throws IOException, InterruptedException {
        var request = WebRequest.post(purpose, access.profile().baseUrl() + path, WebRequest.Body.json(json))
                .with("Accept", "text/event-stream, application/json");
        return call(request, faults, reading);
    }

    Faults faults(String model) {
        return new Faults(access, model, clock);
    }

    private <T> T call(WebRequest request, Faults faults, Web.Reading<T> reading)
            throws IOException, InterruptedException {
        WebRequest signed = access.key().isEmpty()
                ? request
                : request.withSecret("Authorization", "Bearer " + access.key());
        try {
            return web.call(signed, answer -> {
                if (!answer.ok()) {
                    throw faults.of(answer);
                }
                return reading.read(answer);
            });
        } catch (WebException broken) {
            throw faults.of(broken);
        }
    }
}
