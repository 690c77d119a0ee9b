package fettle.example;

import fettle.example.RowReader.Fault;
import fettle.example.RowReader.RawRow;
import fettle.example.shape.CellJson;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sees to cells of a table that hold JSON, or what Python prints for it.
final class Cells {

    private static final int SHOWN = 120;

    private final RepairKinds repairs;

    Cells(RepairKinds repairs) {
        this.repairs = repairs;
    }

    /// Cells that hold messages hold them as JSON from now on. Cells whose whole text is JSON around a text, `["…"]` or
    /// `"…"`, are named, and hold that text when this is to be mended.
    ObjectNode unwrapped(ObjectNode cells, RawRow raw, List<Fault> faults) {
        Optional<ObjectNode> changed = Optional.empty();
        for (var cell : cells.properties()) {
            String text = cell.getValue().asString("");
            Optional<JsonNode> messages = CellJson.messages(text);
            Optional<String> inner = messages.isPresent() ? Optional.empty() : CellJson.text(text);
            boolean mend = inner.isPresent() && repairs.mend("json-in-cell");
            if (inner.isPresent()) {
                Fault fault = Fault.of(raw.line(), 0, "json-in-cell",
                        "The cell `" + cell.getKey() + "` holds JSON around its text.")
                        .mendedBy("take the text that the JSON holds").showing(cut(text), cut(inner.get()));
                faults.add(mend ? fault.mended() : fault);
            }
            if (messages.isPresent() || mend) {
                ObjectNode row = changed.orElseGet(cells::deepCopy);
                changed = Optional.of(row);
                messages.ifPresent(list -> row.set(cell.getKey(), list));
                inner.ifPresent(words -> row.put(cell.getKey(), words));
            }
        }
        return changed.orElse(cells);
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
