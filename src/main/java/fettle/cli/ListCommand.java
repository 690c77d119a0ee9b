package fettle.cli;

import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleQuery.Condition;
import fettle.example.ExampleRow;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.NamedView;
import fettle.example.Remarks;
import fettle.example.ViewStore;
import fettle.job.ExpectedException;
import fettle.job.Nearest;
import fettle.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "list", description = "Lists examples.")
final class ListCommand extends ProjectCommand {

    @Option(names = "--where", paramLabel = "FILTER", description = "FIELD OP VALUE [and …]; OP is = != < <= > >= ~ !~; VALUE may be (A, B); FIELD A..B is a range.")
    private String where = "";

    @Option(names = "--view", paramLabel = "NAME", description = "The rows of a view that was saved under this name.")
    private String view = "";

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
        String field = ExampleFilter.sortField(descending ? sort.substring(1) : sort);
        List<Condition> conditions = ExampleFilter.parse(where); // what is wrong is told before the project is opened
        try (Project project = read(project())) {
            Optional<NamedView> named = view.isEmpty() ? Optional.empty() : Optional.of(view(project, report));
            ExampleQuery base = named.isPresent() ? named.get().query() : ExampleQuery.ALL;
            var query = new ExampleQuery(Stream.concat(base.where().stream(), conditions.stream()).toList(),
                    search.isEmpty() ? base.search() : search, field.isEmpty() ? base.sort() : field,
                    field.isEmpty() ? base.descending() : descending);
            project.examples().awaitCounts();
            if (!query.search().isBlank()) {
                project.examples().awaitSearch();
            }
            list(project.examples(), query, report);
        }
        return Exit.DONE;
    }

    private NamedView view(Project project, Report report) throws Exception {
        ViewStore.Views views = project.views().read();
        views.problems().forEach(problem -> report.note(problem));
        List<String> names = views.views().stream().map(NamedView::name).toList();
        return views.views().stream().filter(one -> one.name().equalsIgnoreCase(view.strip())).findFirst()
                .orElseThrow(() -> new ExpectedException("usage", "This project has no view “" + view + "”"
                        + Nearest.to(view, names).map(near -> "; did you mean “" + near + "”?").orElse("."),
                        names.isEmpty()
                                ? "Save one in the window, or write it into fettle.yaml."
                                : "Its views are " + String.join(", ", names) + "."));
    }

    private void list(ExampleStore examples, ExampleQuery query, Report report) throws Exception {
        long start = System.nanoTime();
        ExampleView view = examples.view(query);
        ArrayNode rows = report.fields().put("total", view.size()).putArray("rows");
        int shown = Math.min(Math.max(0, limit), view.size());
        for (int index = 0; index < shown; index++) {
            ExampleRow row = view.row(index);
            JsonNode label = examples.find(row.id()).map(example -> example.body().path("label"))
                    .orElse(MissingNode.getInstance());
            if (report.json()) {
                put(row, label, rows.addObject());
            }
            String wanted = label.isBoolean() ? label.booleanValue() ? "[wanted] " : "[not wanted] " : "";
            report.say("%6d  %-8s  %6d tokens  %s%s", row.id(), word(row.status()), row.tokens(), wanted,
                    oneLine(row));
        }
        report.fields().put("millis", (System.nanoTime() - start) / 1e6);
        report.say("%d of %d rows.", shown, view.size());
    }

    private static String oneLine(ExampleRow row) {
        String text = row.question().isBlank() ? row.answer() : row.question();
        return text.length() > 80 ? text.substring(0, 79) + "…" : text;
    }

    private static void put(ExampleRow row, JsonNode label, ObjectNode json) {
        json.put("id", row.id()).put("status", word(row.status()));
        if (label.isBoolean()) {
            json.set("label", label);
        }
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
