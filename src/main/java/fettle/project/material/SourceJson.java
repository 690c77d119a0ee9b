package fettle.project.material;

import fettle.document.Capture;
import fettle.source.SourceFacts;
import fettle.source.SourceSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is known and decided of sources, as the JSON that the database holds. A key that is absent is empty.
final class SourceJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SourceJson() {}

    static String of(SourceFacts facts) {
        ObjectNode json = JSON.createObjectNode();
        put(json, "branch", facts.branch());
        put(json, "revision", facts.revision());
        put(json, "licence", facts.licence());
        if (facts.bytes() > 0) {
            json.put("bytes", facts.bytes());
        }
        put(json, "note", facts.note());
        put(json, "problem", facts.problem());
        return json.toString();
    }

    static SourceFacts facts(String text) {
        JsonNode json = JSON.readTree(text);
        return new SourceFacts(text(json, "branch"), text(json, "revision"), text(json, "licence"),
                json.path("bytes").asLong(0), text(json, "note"), text(json, "problem"));
    }

    static String of(Capture capture) {
        ObjectNode json = JSON.createObjectNode();
        put(json, "address", capture.address());
        put(json, "revision", capture.revision());
        put(json, "licence", capture.licence());
        if (capture.atMillis() > 0) {
            json.put("at", capture.atMillis());
        }
        put(json, "raw", capture.raw());
        return json.toString();
    }

    static Capture capture(String text) {
        JsonNode json = JSON.readTree(text);
        return new Capture(text(json, "address"), text(json, "revision"), text(json, "licence"),
                json.path("at").asLong(0), text(json, "raw"));
    }

    static String of(SourceSettings settings) {
        ObjectNode json = JSON.createObjectNode();
        settings.include().forEach(json.putArray("include")::add);
        settings.exclude().forEach(json.putArray("exclude")::add);
        ObjectNode cleaning = json.putObject("cleaning");
        settings.cleaning().forEach(cleaning::put);
        ObjectNode choices = json.putObject("choices");
        settings.choices().forEach(choices::put);
        return json.toString();
    }

    static SourceSettings settings(String text) {
        JsonNode json = JSON.readTree(text);
        Map<String, Boolean> cleaning = new LinkedHashMap<>();
        json.path("cleaning").propertyNames().forEach(rule -> cleaning.put(rule, json.path("cleaning").path(rule)
                .asBoolean(true)));
        Map<String, String> choices = new LinkedHashMap<>();
        json.path("choices").propertyNames().forEach(page -> choices.put(page, text(json.path("choices"), page)));
        return new SourceSettings(texts(json.path("include")), texts(json.path("exclude")), cleaning, choices);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(one -> one.asString("")).toList();
    }

    private static void put(ObjectNode json, String key, String value) {
        if (!value.isEmpty()) {
            json.put(key, value);
        }
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).asString("");
    }
}
