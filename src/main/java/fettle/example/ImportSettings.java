package fettle.example;

import fettle.example.RowReader.Reading;
import fettle.example.shape.Mapping;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How files become rows.
///
/// @param shape what the rows are; empty to recognise it
/// @param map from "user", "assistant", "system" or "tag" to the column or key it comes from; empty for the shape's own
/// @param reading how the files are read, and what is mended
public record ImportSettings(Optional<Shape> shape, Map<String, String> map, Reading reading) {

    public static final ImportSettings RECOGNISE = new ImportSettings(Optional.empty(), Map.of(), Reading.USUAL);

    public ImportSettings mending(RepairKinds repairs) {
        return new ImportSettings(shape, map, reading.mending(repairs));
    }

    /// Reads `user=question,assistant=answer,system="Be brief.",tag=category`. Only a system text may stand in quotes: it
    /// is then the text itself. Throws an [ExpectedException] of kind "map" for anything else.
    public static Map<String, String> parseMap(String text) throws ExpectedException {
        var map = new LinkedHashMap<String, String>();
        for (String part : parts(text)) {
            int equals = part.indexOf('=');
            String target = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (equals < 0 || !Mapping.isTarget(target) || part.substring(equals + 1).isBlank()) {
                throw new ExpectedException("map", "`" + part.strip() + "` is no mapping.",
                        "Write user=COLUMN,assistant=COLUMN and, if wanted, system=COLUMN and tag=COLUMN.");
            }
            map.put(target, part.substring(equals + 1).strip());
        }
        return map;
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int start = 0;
        char quote = 0;
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : ',';
            if (quote != 0 && letter == quote && i < text.length()) {
                quote = 0;
            } else if (quote == 0 && letter == '"') {
                quote = letter;
            } else if ((quote == 0 || i == text.length()) && letter == ',') {
                if (!text.substring(start, i).isBlank()) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
