package fettle.dataset;

import fettle.dataset.Export.WrittenFile;
import fettle.example.BodyJson;
import java.time.Instant;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What stands beside the rows, for programs and for people.
///
/// @param name of the dataset
/// @param settings how the rows were chosen, a sentence; empty for all that are not rejected
/// @param createdMillis milliseconds since the epoch
public record DatasetCard(String name, String settings, long createdMillis) {

    /// The layout of the manifest; a reader refuses a higher one.
    public static final int VERSION = 1;

    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};
    private static final String[] SIZE_WORDS = {"n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "n>10M"};

    /// The manifest: format, counts, digests.
    public String manifest(Export export, Format format) {
        ObjectNode manifest = BodyJson.mapper().createObjectNode();
        manifest.put("version", VERSION).put("name", name).put("format", format.word()).put("created",
                Instant.ofEpochMilli(createdMillis).toString());
        manifest.put("rows", rows(export)).put("settings", chosen());
        ArrayNode files = manifest.putArray("files");
        for (WrittenFile file : export.files()) {
            files.addObject().put("path", file.path()).put("rows", file.rows()).put("bytes", file.bytes())
                    .put("sha256", file.sha256());
        }
        ArrayNode leftOut = manifest.putArray("leftOut");
        export.leftOut().forEach(row -> leftOut.addObject().put("id", row.id()).put("reason", row.reason()));
        ArrayNode without = manifest.putArray("without");
        export.without().forEach(part -> without.addObject().put("what", part.what()).put("rows", part.rows())
                .put("firstId", part.firstId()));
        return BodyJson.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(manifest) + "\n";
    }

    /// The card in the form that the Hugging Face hub shows.
    public String readme(Export export, Format format) {
        var card = new StringBuilder("---\npretty_name: " + quoted(name) + "\nsize_categories: [" + quoted(size(export))
                + "]\ntask_categories: [text-generation]\ntags: [instruction-tuning]\nconfigs:\n"
                + "  - config_name: default\n    data_files:\n");
        for (WrittenFile file : export.files()) {
            card.append("      - {split: ").append(file.path().substring(0, file.path().lastIndexOf('.')))
                    .append(", path: ")
                    .append(file.path()).append("}\n");
        }
        card.append("---\n\n# ").append(name).append("\n\n");
        for (WrittenFile file : export.files()) {
            card.append("- `").append(file.path()).append("`: ").append(file.rows())
                    .append(file.rows() == 1 ? " row, " : " rows, ").append(file.bytes()).append(" bytes\n");
        }
        card.append("\nFormat: ").append(format.word())
                .append(format == Format.CSV ? ", a table, UTF-8. " : ", one JSON object a line, UTF-8. ")
                .append(chosen())
                .append(" Made with Fettle on ").append(Instant.ofEpochMilli(createdMillis).toString(), 0, 10)
                .append("; digests are in `manifest.json`.\n");
        if (!export.leftOut().isEmpty()) {
            card.append("\nLeft out, as the format cannot hold them: ").append(export.leftOut().size())
                    .append(export.leftOut().size() == 1 ? " row.\n" : " rows.\n");
        }
        export.without().forEach(part -> card.append("\nWritten without their ").append(part.what()).append(": ")
                .append(part.rows()).append(part.rows() == 1 ? " row.\n" : " rows.\n"));
        return card.toString();
    }

    private String chosen() {
        return settings.isEmpty() ? "All rows that are not rejected." : settings;
    }

    private static int rows(Export export) {
        return export.files().stream().mapToInt(WrittenFile::rows).sum();
    }

    private static String size(Export export) {
        int step = 0;
        while (step < SIZES.length && rows(export) >= SIZES[step]) {
            step++;
        }
        return SIZE_WORDS[step];
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
    }
}
