package fettle.cli;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.Remarks;
import fettle.example.bulk.ActOnRows;
import fettle.example.bulk.Replace;
import fettle.example.bulk.Replace.Sought;
import fettle.example.bulk.RowAct;
import fettle.job.ExpectedException;
import fettle.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "edit", description = "Edits one example, or all of a filter, as one step of the history.")
final class EditCommand extends ProjectCommand {

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The example's id, as `list` shows it.")
    private @Nullable Long only;

    @Option(names = "--where", paramLabel = "FILTER", description = "All examples of this filter, in place of one.")
    private @Nullable String where;

    @Option(names = "--find", paramLabel = "TEXT", description = "Text to be found; with --replace.")
    private @Nullable String find;

    @Option(names = "--replace", paramLabel = "TEXT", description = "What comes in its place; \"\" takes it out.")
    private @Nullable String replace;

    @Option(names = "--regex", description = "--find is a regular expression, $1 in --replace its first group.")
    private boolean regex;

    @Option(names = "--set", paramLabel = "ROLE=TEXT", description = "The text of the last turn of that role.")
    private Map<String, String> texts = new TreeMap<>();

    @Option(names = "--status", paramLabel = "STATUS", description = "draft, approved or rejected.")
    private @Nullable String status;

    @Option(names = "--tag", paramLabel = "T", description = "A tag more; -T takes it away.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--rating", paramLabel = "N", description = "1 to 5; 0 takes the rating away.")
    private @Nullable Integer rating;

    @Option(names = "--flag", description = "To be looked at again.")
    private boolean flag;

    @Option(names = "--unflag", description = "Takes the flag away.")
    private boolean unflag;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note; an empty one takes it away.")
    private @Nullable String note;

    @Option(names = "--dataset", paramLabel = "NAME", description = "The dataset it belongs to; \"\" for the main one.")
    private @Nullable String dataset;

    @Option(names = "--delete", description = "Puts it into the bin.")
    private boolean delete;

    @Option(names = "--restore", description = "Takes it out of the bin.")
    private boolean restore;

    EditCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        check();
        try (Project project = open(project())) {
            ExampleStore examples = project.examples();
            long start = System.nanoTime();
            if (where != null) {
                editAll(examples, where, report);
            } else if (only != null) {
                edit(examples, only, report);
            }
            report.fields().put("millis", (System.nanoTime() - start) / 1e6);
        }
        return Exit.DONE;
    }

    private void edit(ExampleStore examples, long id, Report report) throws Exception {
        Example example = examples.find(id).orElseThrow(() -> new ExpectedException("no-such-row",
                "There is no example " + id + ".", "`fettle list` shows the ids."));
        long revision = examples.apply(changes(example), sentence("example " + id));
        report.fields().put("id", id).put("revision", revision);
        report.say("Edited example %d; the history is at step %d.", id, revision);
    }

    private void editAll(ExampleStore examples, String filter, Report report) throws Exception {
        examples.awaitCounts();
        ExampleView view = examples.view(new ExampleQuery(ExampleFilter.parse(filter), "", "", false));
        long[] ids = IntStream.range(0, view.size()).mapToLong(view::id).toArray();
        RowAct act = example -> new RowAct.Result(changes(example), 1);
        int changed = watch(new ActOnRows(examples, act, () -> ids, Set.of(),
                rows -> find == null
                        ? sentence(examples(rows)) + " where " + filter
                        : "Replaced “" + find + "” in " + examples(rows)))
                .rows();
        report.fields().put("matched", ids.length).put("changed", changed);
        report.say("Edited %d of %d examples. `fettle undo` takes it back.", changed, ids.length);
    }

    private static String examples(int rows) {
        return rows == 1 ? "1 example" : rows + " examples";
    }

    /// What the history says of `what`: "Approved example 12"; "Edited …" when more than one thing was named.
    private String sentence(String what) {
        var deeds = new ArrayList<String>();
        if (!texts.isEmpty()) {
            deeds.add("Edited " + what);
        }
        if (status != null) {
            deeds.add(status.equalsIgnoreCase("draft")
                    ? "Put " + what + " back to draft"
                    : Character.toUpperCase(status.charAt(0)) + status.substring(1).toLowerCase(Locale.ROOT) + " "
                            + what);
        }
        if (!tags.isEmpty()) {
            deeds.add("Tagged " + what + " “" + String.join("”, “", tags) + "”");
        }
        if (rating != null) {
            deeds.add(rating == 0 ? "Took the rating off " + what : "Rated " + what + " " + rating);
        }
        if (flag || unflag) {
            deeds.add((flag ? "Flagged " : "Took the flag off ") + what);
        }
        if (note != null) {
            deeds.add((note.isBlank() ? "Took the note off " : "Wrote a note on ") + what);
        }
        if (dataset != null) {
            deeds.add("Moved " + what + " to "
                    + (dataset.isBlank() ? "the main dataset" : "the dataset “" + dataset + "”"));
        }
        if (delete || restore) {
            deeds.add((delete ? "Deleted " : "Restored ") + what);
        }
        return deeds.size() == 1 ? deeds.getFirst() : "Edited " + what;
    }

    private void check() throws WrongUse {
        if ((only == null) == (where == null)) {
            throw new WrongUse(only == null ? "No example was named." : "An ID and --where contradict each other.",
                    "Give the ID of one example, or --where FILTER for all of them.");
        }
        if ((find == null) != (replace == null)) {
            throw new WrongUse("--find and --replace belong together.", "Give both; --replace \"\" takes text out.");
        }
        if (texts.isEmpty() && status == null && tags.isEmpty() && find == null && !marks()) {
            throw new WrongUse("Nothing to edit was named.",
                    "Give --set ROLE=TEXT, --find with --replace, --status, --tag, --rating, --flag,"
                            + " --unflag, --note, --dataset, --delete or --restore.");
        }
        if (rating != null && (rating < 0 || rating > Remarks.BEST)) {
            throw new WrongUse("A rating is 1 to 5, or 0 for none, not " + rating + ".",
                    "Give for example --rating 4.");
        }
        if ((flag && unflag) || (delete && restore)) {
            throw new WrongUse(flag && unflag
                    ? "--flag and --unflag contradict each other."
                    : "--delete and --restore contradict each other.", "Give one of them.");
        }
    }

    private boolean marks() {
        return rating != null || flag || unflag || note != null || dataset != null || delete || restore;
    }

    private List<Change> changes(Example example) throws ExpectedException {
        long id = example.id();
        var changes = new ArrayList<Change>();
        if (restore) {
            changes.add(new Change.Restore(id));
        }
        if (find != null && replace != null) {
            changes.addAll(new Replace(new Sought(find, replace, regex, true, false), Set.of()).on(example).changes());
        }
        if (!texts.isEmpty()) {
            ObjectNode body = example.body().deepCopy();
            for (Map.Entry<String, String> text : texts.entrySet()) {
                set(body, text.getKey(), text.getValue());
            }
            if (!body.equals(example.body())) {
                changes.add(new Change.SetBody(id, body));
            }
        }
        if (status != null && status(status) != example.status()) {
            changes.add(new Change.SetStatus(id, status(status)));
        }
        if (!tags.isEmpty() && !tagged(example.tags()).equals(example.tags())) {
            changes.add(new Change.SetTags(id, tagged(example.tags())));
        }
        addMarks(id, changes);
        return changes;
    }

    private void addMarks(long id, List<Change> changes) {
        if (rating != null) {
            changes.add(new Change.SetRating(id, rating));
        }
        if (flag || unflag) {
            changes.add(new Change.SetFlag(id, flag));
        }
        if (note != null) {
            changes.add(new Change.SetNote(id, note));
        }
        if (dataset != null) {
            changes.add(new Change.SetDataset(id, dataset));
        }
        if (delete) {
            changes.add(new Change.Delete(id));
        }
    }

    private static void set(ObjectNode body, String role, String text) throws WrongUse {
        ArrayNode messages = body.path("messages") instanceof ArrayNode known ? known : body.putArray("messages");
        for (int index = messages.size() - 1; index >= 0; index--) {
            JsonNode message = messages.path(index);
            if (message instanceof ObjectNode object && object.path("role").asString("").equals(role)) {
                object.put("content", text);
                return;
            }
        }
        throw new WrongUse("The example has no turn of the role “" + role + "”.", "Roles are system, user, assistant.");
    }

    private static ExampleStatus status(String word) throws WrongUse {
        for (ExampleStatus status : ExampleStatus.values()) {
            if (status.name().equals(word.toUpperCase(Locale.ROOT))) {
                return status;
            }
        }
        throw new WrongUse("There is no status “" + word + "”.", "It is draft, approved or rejected.");
    }

    private List<String> tagged(List<String> before) {
        var after = new ArrayList<>(before);
        for (String tag : tags) {
            if (tag.startsWith("-")) {
                after.remove(tag.substring(1));
            } else if (!after.contains(tag)) {
                after.add(tag);
            }
        }
        return List.copyOf(after);
    }
}
