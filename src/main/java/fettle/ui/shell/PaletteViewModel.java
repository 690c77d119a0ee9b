package fettle.ui.shell;

import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleView;
import fettle.example.SearchText;
import fettle.project.Project;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;

/// One list for places, commands, settings and examples, narrowed by what is typed.
final class PaletteViewModel {

    private static final int MOST_EXAMPLES = 5;
    private static final int MOST_COMMANDS = 10;

    private final Session session;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final Reading<List<Entry>> examples;

    /// One line of the palette.
    record Entry(Feather icon, String kind, String title, String keys, Runnable run) {}

    PaletteViewModel(Session session) {
        this.session = session;
        this.examples = new Reading<>(session, entries::addAll);
        query.addListener((_, _, _) -> narrow());
        narrow();
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    private void narrow() {
        String typed = query.get().strip().toLowerCase(Locale.ROOT);
        Place here = session.destinationProperty().get().place();
        entries.setAll(session.commands().possible(here).stream()
                .filter(command -> !command.id().equals("palette") && score(command, typed) > 0)
                .sorted(Comparator.comparingInt((Command command) -> -score(command, typed)))
                .limit(MOST_COMMANDS)
                .map(PaletteViewModel::entry).toList());
        Optional<Project> project = session.projectProperty().get();
        if (typed.length() >= 2 && project.isPresent()) {
            examples.start(_ -> search(project.get(), typed));
        }
    }

    private static Entry entry(Command command) {
        return new Entry(command.icon(), command.kind().word(), command.title(), command.keys(), command.run());
    }

    /// 0 when it does not match; a title that begins with the words is best, then a word that does, then any place.
    private static int score(Command command, String typed) {
        if (typed.isEmpty()) {
            return command.place().isPresent() ? 3 : command.kind() == Command.Kind.SETTING ? 1 : 2;
        }
        String title = (command.kind().word() + " " + command.title()).toLowerCase(Locale.ROOT);
        String own = command.title().toLowerCase(Locale.ROOT);
        if (own.startsWith(typed)) {
            return 4;
        }
        if (own.contains(" " + typed)) {
            return 3;
        }
        boolean all = List.of(typed.split("\\s+")).stream().allMatch(title::contains);
        return all ? 1 : 0;
    }

    private List<Entry> search(Project project, String typed) throws IOException {
        var hits = new ArrayList<Entry>();
        if (!SearchText.isSearchable(typed)) {
            return hits;
        }
        ExampleView found = project.examples().firstPage(new ExampleQuery(List.of(), typed, "", false), MOST_EXAMPLES);
        for (int index = 0; index < found.size(); index++) {
            ExampleRow row = found.row(index);
            String title = "%04d %s".formatted(row.id(), row.question());
            hits.add(new Entry(Feather.HASH, "Example", title, "",
                    () -> session.show(Place.EXAMPLES, Long.toString(row.id()))));
        }
        return hits;
    }
}
