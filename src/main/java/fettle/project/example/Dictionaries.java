package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Example.Origin;
import fettle.project.sqlite.JsonText;
import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What rows share: their lists of tags, and where they came from (the line left out).
final class Dictionaries {

    final Dictionary<List<String>> tags = new Dictionary<>("tags", tags -> BodyJson.write(JsonText.texts(tags)),
            JsonText::textList);
    final Dictionary<Origin> origins = new Dictionary<>("origin", Dictionaries::json, Dictionaries::origin);

    void load(Sql sql) throws SQLException {
        tags.load(sql);
        origins.load(sql);
    }

    /// The origin without its line, which is the row's own.
    static Origin shared(Origin origin) {
        return lined(origin, 0);
    }

    static Origin lined(Origin origin, int line) {
        return new Origin(origin.source(), origin.sourceId(), line, origin.chunkId(), origin.documentId(),
                origin.template(), origin.model());
    }

    private static String json(Origin origin) {
        return BodyJson.write(JsonText.object().put("source", origin.source()).put("sourceId", origin.sourceId())
                .put("chunk", origin.chunkId()).put("document", origin.documentId())
                .put("template", origin.template()).put("model", origin.model()));
    }

    private static Origin origin(String json) {
        ObjectNode tree = BodyJson.read(json);
        return new Origin(tree.path("source").asString(""), tree.path("sourceId").asString(""), 0,
                tree.path("chunk").asString(""), tree.path("document").asString(""),
                tree.path("template").asString(""), tree.path("model").asString(""));
    }
}
