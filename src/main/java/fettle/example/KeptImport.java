package fettle.example;

import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Reading;
import fettle.example.RowReader.Stamp;
import fettle.job.ExpectedException;
import fettle.source.SourceStore;
import fettle.source.SourceStore.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a file of examples was imported, as its source remembers it: it is read again in the same way.
///
/// @param settings those that the person chose; what was found out is found out again
/// @param stamp size and time of the file
/// @param checksum that of [RowReader#checksum]; empty when it was not read to its end
public record KeptImport(ImportSettings settings, Stamp stamp, String checksum) {

    /// Problems, and repeats, of a receipt that are kept; the rest stays counted.
    private static final int MOST_KEPT = 2000;

    /// What became of a file since it was imported.
    public enum FileState {
        AS_IT_WAS, CHANGED, GONE
    }

    /// What is kept of a source; empty when it was imported before this was kept.
    public static Optional<KeptImport> of(SourceStore sources, String sourceId) throws IOException {
        return sources.recall(sourceId, Topic.IMPORT).flatMap(KeptImport::read);
    }

    /// The receipt of the last import of a source.
    public static Optional<Receipt> receipt(SourceStore sources, String sourceId) throws IOException {
        return sources.recall(sourceId, Topic.RECEIPT).flatMap(ReceiptJson::read);
    }

    void remember(SourceStore sources, String sourceId, Receipt receipt) throws IOException {
        sources.remember(sourceId, Topic.IMPORT, json().toString());
        sources.remember(sourceId, Topic.RECEIPT, ReceiptJson.of(capped(receipt)).toString());
    }

    private static Receipt capped(Receipt all) {
        int left = Math.max(0, all.problems().size() - MOST_KEPT);
        return new Receipt(all.counts(), all.shape(), all.evidence(), all.encoding(), all.unused(),
                all.problems().stream().limit(MOST_KEPT).toList(), all.furtherProblems() + left, all.kinds(),
                all.repeats());
    }

    /// Compares size and time, and, when only the time differs, the bytes.
    public FileState state(RowReader reader, Path file) throws IOException {
        Stamp now;
        try {
            now = reader.stamp(file);
        } catch (ExpectedException absent) {
            return FileState.GONE;
        }
        boolean same = now.equals(stamp)
                || (now.bytes() == stamp.bytes() && !checksum.isEmpty() && reader.checksum(file).equals(checksum));
        return same ? FileState.AS_IT_WAS : FileState.CHANGED;
    }

    private ObjectNode json() {
        ObjectNode json = BodyJson.mapper().createObjectNode();
        settings.shape().ifPresent(shape -> json.put("shape", shape.word()));
        ObjectNode map = json.putObject("map");
        settings.map().forEach(map::put);
        Reading reading = settings.reading();
        json.put("repairAll", reading.repairs().all());
        reading.repairs().kinds().stream().sorted().forEach(json.putArray("repairs")::add);
        reading.charset().ifPresent(charset -> json.put("charset", charset));
        reading.sheet().ifPresent(sheet -> json.put("sheet", sheet));
        reading.dialect().ifPresent(dialect -> json.putObject("dialect")
                .put("separator", String.valueOf(dialect.separator())).put("quote", String.valueOf(dialect.quote()))
                .put("backslash", dialect.backslash()).put("head", dialect.head()));
        return json.put("bytes", stamp.bytes()).put("modified", stamp.modifiedMillis()).put("checksum", checksum);
    }

    private static Optional<KeptImport> read(String text) {
        try {
            ObjectNode json = BodyJson.read(text);
            Map<String, String> map = new LinkedHashMap<>();
            json.path("map").properties().forEach(part -> map.put(part.getKey(), part.getValue().asString("")));
            Set<String> kinds = new LinkedHashSet<>();
            json.path("repairs").forEach(kind -> kinds.add(kind.asString("")));
            RepairKinds repairs = json.path("repairAll").asBoolean(false) ? RepairKinds.ALL : RepairKinds.of(kinds);
            var settings = new ImportSettings(word(json, "shape").flatMap(Shape::of), map, new Reading(repairs,
                    word(json, "charset"), dialect(json.path("dialect")), word(json, "sheet")));
            var stamp = new Stamp(json.path("bytes").asLong(0), json.path("modified").asLong(0));
            return Optional.of(new KeptImport(settings, stamp, json.path("checksum").asString("")));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<Dialect> dialect(JsonNode json) {
        String separator = json.path("separator").asString("");
        String quote = json.path("quote").asString("");
        return separator.isEmpty() || quote.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dialect(separator.charAt(0), quote.charAt(0),
                        json.path("backslash").asBoolean(false), json.path("head").asBoolean(true)));
    }

    private static Optional<String> word(JsonNode json, String name) {
        return Optional.of(json.path(name).asString("")).filter(word -> !word.isEmpty());
    }
}
