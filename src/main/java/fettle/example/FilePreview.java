package fettle.example;

import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.RawRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A file as an import would read it.
///
/// @param bytes its size when it was read
/// @param modifiedMillis when it had last been changed; milliseconds since the epoch
/// @param format what it is, such as "JSON lines"
/// @param encoding such as "UTF-8"
/// @param dialect how the table is written; empty for all that is no text of cells
/// @param sheets of a workbook
/// @param sheet the one that is read; empty without sheets
/// @param columns of a table, or the keys of the first rows
/// @param shape what the rows are taken for
/// @param mapping from "user", "assistant" … to what it is made from; empty when the shape says all, and when the person
///        has to say it
/// @param evidence why; what is missing, when nothing was recognised
/// @param recognised whether it is known how rows become examples
/// @param rawRows the first [#MOST_ROWS] rows as they stand
/// @param examples what becomes of them, at most [#MOST_ROWS]
public record FilePreview(Path file, long bytes, long modifiedMillis, String format, String encoding,
        Optional<Dialect> dialect, List<String> sheets, String sheet, List<String> columns, Shape shape,
        Map<String, String> mapping, String evidence, boolean recognised, List<RawRow> rawRows,
        List<ObjectNode> examples) {

    public static final int MOST_ROWS = 20;

    public FilePreview {
        sheets = List.copyOf(sheets);
        columns = List.copyOf(columns);
        rawRows = List.copyOf(rawRows);
        examples = List.copyOf(examples);
    }

    static FilePreview of(FileHead head, List<ObjectNode> examples) {
        RowReader.RowFile rows = head.rows();
        Recognition recognition = head.recognition();
        return new FilePreview(head.file(), head.stamp().bytes(), head.stamp().modifiedMillis(), rows.format(),
                rows.encoding(), rows.dialect(), rows.sheets(), rows.sheet(), head.columns(), recognition.shape(),
                recognition.columns(), recognition.evidence(), head.problem().isEmpty(),
                head.sample().stream().limit(MOST_ROWS).toList(), examples);
    }
}
