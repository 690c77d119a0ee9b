package fettle.ui.source.intake;

import fettle.example.FilePreview;
import fettle.example.ImportSettings;
import fettle.example.Preview;
import fettle.example.Shape;
import fettle.ui.session.Moment;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.source.intake.ImportWork.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tools.jackson.databind.JsonNode;

/// Which column becomes which turn, without its pixels; the first rows are shown as examples while one chooses.
final class MappingViewModel {

    private static final long TYPING_MILLIS = 160;
    private static final int SAMPLES = 3;
    private static final int MOST_TURNS = 9;

    /// A column of the file.
    ///
    /// @param samples its first values that differ and say something, on one line each
    record Column(String name, List<String> samples) {}

    /// A part of an example and what it is made from: a column, a template over columns, or a system text in quotes.
    ///
    /// @param key the word of [ImportSettings#map]
    record Role(String key, StringProperty value) {}

    private final ImportWork work;
    private final FileItem item;
    private final Consumer<ImportSettings> done;
    private final List<Column> columns;
    private final ObservableList<Role> roles = FXCollections.observableArrayList();
    private final ObservableList<Role> rolesShown = FXCollections.unmodifiableObservableList(roles);
    private final ReadOnlyObjectWrapper<Optional<Shape>> shape = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<FilePreview> preview;
    private final Moment pause;
    private final Reading<Preview> reading;
    private boolean own;

    /// `done` hears how the file is to be read.
    MappingViewModel(Session session, ImportWork work, FileItem item, Moment.Maker moments,
            Consumer<ImportSettings> done) {
        this.work = work;
        this.item = item;
        this.done = done;
        this.pause = moments.of(TYPING_MILLIS);
        this.reading = new Reading<>(session, this::looked);
        FilePreview file = item.preview().orElseThrow();
        this.preview = new ReadOnlyObjectWrapper<>(file);
        this.columns = file.columns().stream().map(name -> new Column(name, samples(file, name))).toList();
        this.shape.set(item.choice().settings().shape());
        this.own = !item.choice().settings().map().isEmpty();
        fill(own ? item.choice().settings().map() : file.mapping());
    }

    // ---- commands ----

    /// Takes the shape that the file is recognised to have.
    void asRecognised() {
        take(Optional.empty());
    }

    /// Takes the rows for this shape.
    void take(Optional<Shape> wanted) {
        own = false;
        shape.set(wanted);
        look();
    }

    /// One more question and answer.
    void addTurns() {
        int number = 2;
        while (has("user" + number)) {
            number++;
        }
        if (number <= MOST_TURNS) {
            int place = 1 + lastTurn();
            roles.add(place, role("user" + number, ""));
            roles.add(place + 1, role("assistant" + number, ""));
        }
    }

    /// Reads the whole file as it is said here.
    void apply() {
        pause.cancel();
        done.accept(settings());
    }

    // ---- properties ----

    List<Column> columns() {
        return columns;
    }

    ObservableList<Role> roles() {
        return rolesShown;
    }

    /// The shape that the person chose; empty for the recognised one, and while columns are named.
    ReadOnlyObjectProperty<Optional<Shape>> shapeProperty() {
        return shape.getReadOnlyProperty();
    }

    /// The first rows under what is chosen now.
    ReadOnlyObjectProperty<FilePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Whether the person named the columns.
    boolean isOwn() {
        return own;
    }

    /// Whether examples come of it.
    boolean isWhole() {
        return preview.get().recognised() && !preview.get().examples().isEmpty();
    }

    /// What is missing, or what happens next.
    String hint() {
        return isWhole()
                ? "The whole file is read under it; it is kept with the source."
                : "Say at least where the question and the answer stand.";
    }

    /// Why the rows are taken for what they are, or what is wrong with what was said.
    String evidence() {
        String words = preview.get().evidence();
        int hint = words.indexOf(", for example with --map");
        return hint < 0 ? words : words.substring(0, hint) + ".";
    }

    /// How the file would be read.
    ImportSettings settings() {
        ImportSettings now = item.choice().settings();
        return new ImportSettings(own ? Optional.empty() : shape.get(), own ? map() : Map.of(), now.reading());
    }

    // ---- what happens ----

    private Map<String, String> map() {
        var map = new LinkedHashMap<String, String>();
        roles.stream().filter(role -> !role.value().get().isBlank())
                .forEach(role -> map.put(role.key(), role.value().get()));
        return map;
    }

    private void fill(Map<String, String> mapping) {
        var values = new LinkedHashMap<>(mapping);
        String input = values.remove("input");
        if (input != null && values.containsKey("user")) {
            values.compute("user", (_, user) -> "{{" + user + "}}\n{{" + input + "}}");
        }
        List<String> turns = Stream.concat(Stream.of("system", "user", "assistant"), values.keySet().stream()
                .filter(key -> key.matches("(user|assistant)[2-9]"))
                .sorted(java.util.Comparator.comparingInt((String key) -> key.charAt(key.length() - 1))
                        .thenComparing(key -> key.startsWith("assistant"))))
                .toList();
        roles.setAll(Stream.concat(turns.stream(), Stream.of("rejected", "label", "tag"))
                .map(key -> role(key, values.getOrDefault(key, ""))).toList());
    }

    private Role role(String key, String value) {
        var role = new Role(key, new SimpleStringProperty(value));
        role.value().addListener((_, _, _) -> {
            own = true;
            shape.set(Optional.empty());
            pause.restart(this::look);
        });
        return role;
    }

    private boolean has(String key) {
        return roles.stream().anyMatch(role -> role.key().equals(key));
    }

    private int lastTurn() {
        int last = 0;
        for (int index = 0; index < roles.size(); index++) {
            if (roles.get(index).key().startsWith("assistant")) {
                last = index;
            }
        }
        return last;
    }

    private void look() {
        reading.start(work.first(new Choice(item.file(), settings())));
    }

    private void looked(Preview read) {
        if (read.files().isEmpty()) {
            return;
        }
        FilePreview file = read.files().getFirst();
        preview.set(file);
        if (!own) {
            fill(file.mapping());
        }
    }

    private static List<String> samples(FilePreview file, String column) {
        return file.rawRows().stream().flatMap(row -> row.value().stream()).map(row -> row.path(column))
                .filter(cell -> !cell.isMissingNode() && !cell.isNull()).map(MappingViewModel::words)
                .filter(words -> !words.isBlank()).distinct().limit(SAMPLES).toList();
    }

    private static String words(JsonNode cell) {
        String text = (cell.isString() ? cell.stringValue() : cell.toString()).replaceAll("\\s+", " ");
        return text.length() > 200 ? text.substring(0, 199) + "…" : text;
    }
}
