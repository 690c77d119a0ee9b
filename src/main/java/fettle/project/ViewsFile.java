package fettle.project;

import fettle.disk.AtomicFile;
import fettle.example.ExampleFilter;
import fettle.example.NamedView;
import fettle.example.ViewStore;
import fettle.job.ExpectedException;
import fettle.project.sqlite.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The list `views` of `fettle.yaml`. Entries that cannot be read stay as they are, and so does everything else in the
/// file, comments included.
final class ViewsFile implements ViewStore {

    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES).build();
    private static final String KEY = "views";

    private final Path file;
    private final Optional<String> holder;

    /// `holder` says who holds the project when it cannot be written.
    ViewsFile(Path file, Optional<String> holder) {
        this.file = file;
        this.holder = holder;
    }

    @Override
    public Views read() throws IOException {
        ObjectNode tree;
        try {
            tree = tree(text());
        } catch (ExpectedException broken) {
            return new Views(List.of(), List.of(broken.getMessage()));
        }
        var views = new ArrayList<NamedView>();
        var problems = new ArrayList<String>();
        JsonNode list = tree.path(KEY);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            problems.add("`views` in " + file.getFileName() + " is no list: write each view behind a dash.");
        }
        int number = 0;
        for (JsonNode entry : list) {
            number++;
            try {
                NamedView view = view(entry, number);
                if (views.stream().anyMatch(other -> other.name().equalsIgnoreCase(view.name()))) {
                    problems.add("The view “" + view.name() + "” stands twice in " + file.getFileName()
                            + "; the first one counts.");
                } else {
                    views.add(view);
                }
            } catch (ExpectedException broken) {
                problems.add(broken.getMessage());
            }
        }
        return new Views(List.copyOf(views), List.copyOf(problems));
    }

    private NamedView view(JsonNode entry, int number) throws ExpectedException {
        String name = entry.path("name").asString("").strip();
        if (name.isEmpty()) {
            throw new ExpectedException("broken-view", "View " + number + " in " + file.getFileName()
                    + " has no name.", "Give it one.");
        }
        String sort = entry.path("sort").asString("");
        String filter = entry.path("filter").asString("");
        try {
            ExampleFilter.parse(filter);
            ExampleFilter.sortField(sort.replaceFirst("^-", ""));
        } catch (ExpectedException wrong) {
            String what = wrong.getMessage().replaceFirst("^The filter is wrong at column \\d+: ", "");
            throw new ExpectedException("broken-view", "The view “" + name + "” in " + file.getFileName()
                    + " cannot be shown: " + what, "Mend it in the file.", wrong);
        }
        var columns = new ArrayList<String>();
        entry.path("columns").forEach(column -> columns.add(column.asString("")));
        return new NamedView(name, filter, entry.path("search").asString(""), sort.replaceFirst("^-", ""),
                sort.startsWith("-"), columns);
    }

    @Override
    public void save(NamedView view) throws IOException {
        change(list -> {
            int at = find(list, view.name());
            if (at < 0) {
                list.add(entry(view));
            } else {
                list.set(at, entry(view));
            }
        });
    }

    private static ObjectNode entry(NamedView view) {
        ObjectNode entry = YAML.createObjectNode().put("name", view.name());
        if (!view.filter().isEmpty()) {
            entry.put("filter", view.filter());
        }
        if (!view.search().isEmpty()) {
            entry.put("search", view.search());
        }
        if (!view.sort().isEmpty()) {
            entry.put("sort", (view.descending() ? "-" : "") + view.sort());
        }
        if (!view.columns().isEmpty()) {
            view.columns().forEach(entry.putArray("columns")::add);
        }
        return entry;
    }

    @Override
    public void rename(String from, String to) throws IOException {
        change(list -> {
            int at = find(list, from);
            int other = find(list, to);
            if (other >= 0 && other != at) {
                throw new ExpectedException("exists", "There is a view “" + to + "” already.",
                        "Choose another name, or delete that view first.");
            }
            if (at >= 0 && list.get(at) instanceof ObjectNode entry) {
                entry.put("name", to);
            }
        });
    }

    @Override
    public void delete(String name) throws IOException {
        change(list -> {
            int at = find(list, name);
            if (at >= 0) {
                list.remove(at);
            }
        });
    }

    private static int find(ArrayNode list, String name) {
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index).path("name").asString("").strip().equalsIgnoreCase(name)) {
                return index;
            }
        }
        return -1;
    }

    // ---- the file ----

    private interface Change {

        void make(ArrayNode list) throws IOException;
    }

    private void change(Change change) throws IOException {
        if (holder.isPresent()) {
            throw new ExpectedException("read-only", holder.get(), "Close it there, and open it here again.");
        }
        String text = text();
        ObjectNode tree = tree(text);
        if (tree.has(KEY) && !tree.path(KEY).isNull() && !tree.path(KEY).isArray()) {
            throw new ExpectedException("broken-settings", "`views` in " + file + " is no list; it is not overwritten.",
                    "Write each view behind a dash, then try again.");
        }
        ArrayNode list = tree.path(KEY) instanceof ArrayNode there ? there : tree.putArray(KEY);
        change.make(list);
        if (list.isEmpty()) {
            tree.remove(KEY);
        }
        try {
            AtomicFile.write(file, written(text, tree));
        } catch (IOException failed) {
            throw Failures.of(failed, file);
        }
    }

    /// Only the list is written anew; where that does not give the same settings, the whole file is.
    private static String written(String text, ObjectNode tree) {
        String block = tree.has(KEY) ? YAML.writeValueAsString(YAML.createObjectNode().set(KEY, tree.get(KEY))) : "";
        String spliced = YamlBlock.replace(text, KEY, block);
        try {
            JsonNode again = YAML.readTree(spliced);
            if (again.equals(tree) || (again.isMissingNode() && tree.isEmpty())) {
                return spliced;
            }
        } catch (JacksonException _) {
            // written as a whole
        }
        return YAML.writeValueAsString(tree);
    }

    private String text() throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private ObjectNode tree(String text) throws ExpectedException {
        try {
            JsonNode tree = YAML.readTree(text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            if (tree.isMissingNode() || tree.isNull()) {
                return YAML.createObjectNode();
            }
        } catch (JacksonException broken) {
            throw new ExpectedException("broken-settings", "%s is broken at line %d, column %d; it is left alone."
                    .formatted(file, broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()),
                    "Mend the file, then try again.", broken);
        }
        throw new ExpectedException("broken-settings", file + " holds no \"key: value\" pairs; it is left alone.",
                "Mend the file, then try again.");
    }
}
