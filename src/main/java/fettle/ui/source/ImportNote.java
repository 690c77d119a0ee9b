package fettle.ui.source;

import fettle.example.KeptImport;
import fettle.example.Receipt;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.session.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is remembered of the last import of a file of rows.
///
/// @param receipt its receipt; empty when none is remembered
/// @param map from a turn, or another part of an example, to the column that it comes from
record ImportNote(Optional<Receipt> receipt, Map<String, String> map) {

    static final ImportNote NONE = new ImportNote(Optional.empty(), Map.of());

    /// Nothing for a source of documents.
    static ImportNote read(Project project, Source source) throws IOException {
        if (source.kind() != Source.Kind.EXAMPLES) {
            return NONE;
        }
        return new ImportNote(KeptImport.receipt(project.sources(), source.id()),
                KeptImport.of(project.sources(), source.id()).map(kept -> kept.settings().map()).orElse(Map.of()));
    }

    /// "table, 213 rows", "chat, 4,000 rows"; empty when nothing is remembered.
    String words() {
        return receipt.map(it -> (it.shape().isEmpty() ? "" : it.shape() + ", ")
                + Words.count(it.read(), "row", "rows")).orElse("");
    }

    /// "user ← question", one for each part.
    List<String> mapping() {
        return map.entrySet().stream().map(part -> part.getKey() + " ← " + part.getValue()).sorted().toList();
    }
}
