package fettle.project.example;

import fettle.example.BodyJson;
import fettle.example.Example.Origin;
import fettle.project.sqlite.JsonText;
import fettle.project.sqlite.Sql;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What rows share: their lists of tags, where they came from (the line left out), and their datasets.
final class Dictionaries {

    final Dictionary<List<String>> tags = new Dictionary<>("tags", tags -> BodyJson.write(JsonText.texts(tags)),
            JsonText::textList);
    final Dictionary<Origin> origins = new Dictionary<>("origin", Dictionaries::json, Dictionaries::origin);

    /// The number 0 is the main dataset.
    final Dictionary<String> datasets = new Dictionary<>("dataset", BodyJson.mapper()::writeValueAsString,
            json -> BodyJson.mapper().readTree(json).asString(""));
    final Values<List<String>> tagNames = new Values<>(tags, own -> own);
    final Values<Origin> sources = new Values<>(origins, origin -> List.of(origin.source()));
    final Values<Origin> templates = new Values<>(origins, origin -> List.of(origin.template()));
    final Values<Origin> models = new Values<>(origins, origin -> List.of(origin.model()));
    final Values<String> datasetNames = new Values<>(datasets, List::of);

    void load(Sql sql) throws SQLException {
        tags.load(sql);
        origins.load(sql);
        datasets.load(sql);
    }

    /// How many values each has, to be given to [#shrinkTo] when a transaction is taken back.
    int[] sizes() {
        return new int[]{tags.size(), origins.size(), datasets.size()};
    }

    void shrinkTo(int[] sizes) {
        tags.shrinkTo(sizes[0]);
        origins.shrinkTo(sizes[1]);
        datasets.shrinkTo(sizes[2]);
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
