package fettle.dataset;

import java.util.ArrayList;
import tools.jackson.databind.node.ObjectNode;

/// One question and answer as a row of a table, as RFC 4180 says; a line ends in `\n`, and within quotes it may break.
final class CsvLine {

    static final String HEAD = "system,prompt,completion\n";

    private CsvLine() {}

    static String of(ObjectNode row) {
        var cells = new ArrayList<String>();
        for (String key : new String[]{"system", "prompt", "completion"}) {
            cells.add(cell(row.path(key).asString("")));
        }
        return String.join(",", cells);
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n'
                || letter == '\r') && text.strip().length() == text.length();
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
