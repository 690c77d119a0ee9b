package fettle.cli;

import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.Remarks;
import fettle.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "list", description = "Lists examples.")
final class ListCommand extends ProjectCommand {

    private static final Map<String, String> FIELDS = Map.of("messages", "turns", "tags", "tag");

    @Option(names = "--where", paramLabel = "FILTER", description = "FIELD OP VALUE [and …]; OP is = != < <= > >= ~ !~; VALUE may be (A, B).")
    private String where = "";

    @Option(names = "--search", paramLabel = "TEXT", description = "Words that occur in the texts.")
    private String search = "";

    @Option(names = "--sort", paramLabel = "FIELD", description = "By this field; -FIELD for the largest first.")
    private String sort = "";

    @Option(names = "--limit", paramLabel = "N", description = "At most so many rows.")
    private int limit = Integer.MAX_VALUE;

    ListCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        if (!field.isEmpty()) {
            ExampleFilter.parse(field + " = 0"); // names the fields when there is none of this name
        }
        var query = new ExampleQuery(ExampleFilter.parse(where), search, FIELDS.getOrDefault(field, field), descending);
        try (Project project = read(project())) {
            project.examples().awaitCounts();
            if (!search.isBlank()) {
                project.examples().awaitSearch();
            }
            list(project.examples(), query, report);
        }
        return Exit.DONE;
    }

    private void list(ExampleStore examples, ExampleQuery query, Report report) throws Exception {
        long start = System.nanoTime();
        ExampleView view = examples.view(query);
        ArrayNode rows = report.fields().put("total", view.size()).putArray("rows");
        int shown = Math.min(Math.max(0, limit), view.size());
        for (int index = 0; index < shown; index++) {
            ExampleRow row = view.row(index);
            if (report.json()) {
                put(row, rows.addObject());
            }
            report.say("%6d  %-8s  %6d tokens  %s", row.id(), word(row.status()), row.tokens(), oneLine(row));
        }
        report.fields().put("millis", (System.nanoTime() - start) / 1e6);
        report.say("%d of %d rows.", shown, view.size());
    }

    private static String oneLine(ExampleRow row) {
        String text = row.question().isBlank() ? row.answer() : row.question();
        return text.length() > 80 ? text.substring(0, 79) + "…" : text;
    }

    private static void put(ExampleRow row, ObjectNode json) {
        json.put("id", row.id()).put("status", word(row.status()));
        List<String> tags = row.tags();
        tags.forEach(json.putArray("tags")::add);
        json.put("messages", row.turns()).put("tokens", row.tokens()).put("assistantTokens", row.assistantTokens());
        json.put("edited", row.edited()).put("source", row.source()).put("split", word(row.split()));
        json.put("duplicate", row.duplicate()).put("question", row.question()).put("answer", row.answer());
        json.put("trainedTokens", row.trainedTokens()).put("template", row.origin().template())
                .put("model", row.origin().model());
        Remarks remarks = row.remarks();
        json.put("dataset", remarks.dataset()).put("rating", remarks.rating()).put("flagged", remarks.flagged())
                .put("note", remarks.note());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
