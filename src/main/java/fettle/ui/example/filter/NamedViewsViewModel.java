package fettle.ui.example.filter;

import fettle.example.ExampleQuery;
import fettle.example.NamedView;
import fettle.example.ViewStore;
import fettle.example.ViewStore.Views;
import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kordamp.ikonli.feather.Feather;

/// The named views of the project: shown, saved, renamed, deleted; which one is shown, and whether it was changed since.
public final class NamedViewsViewModel {

    /// What the menu says.
    ///
    /// @param views all that can be shown
    /// @param problems sentences about those that cannot
    /// @param current the view that was shown last, as it is saved
    /// @param changed whether filter, search, sort or columns are other than saved
    public record State(List<NamedView> views, List<String> problems, Optional<NamedView> current, boolean changed) {}

    /// What a view needs of the table, and does to it.
    ///
    /// @param columns the ids of the columns shown now
    /// @param shows puts these columns there
    public record TableColumns(Supplier<List<String>> columns, Consumer<List<String>> shows) {}

    private final Session session;
    private final QueryModel query;
    private final TableColumns table;
    private final Reading<Views> reading;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(
            new State(List.of(), List.of(), Optional.empty(), false));
    private Views views = Views.NONE;
    private String current = "";

    public NamedViewsViewModel(Session session, QueryModel query, TableColumns table) {
        this.session = session;
        this.query = query;
        this.table = table;
        this.reading = new Reading<>(session, this::arrive);
        session.projectProperty().subscribe(_ -> {
            current = "";
            arrive(Views.NONE);
            refresh();
        });
        session.revisionProperty().addListener(_ -> refresh());
        query.queryProperty().addListener(_ -> tell());
        query.partsProperty().addListener(_ -> tell());
    }

    // ---- commands ----

    /// Reads them again: a person may have written into the file.
    public void refresh() {
        session.projectProperty().get().ifPresent(project -> reading.start(_ -> project.views().read()));
    }

    /// Shows a view.
    public void show(NamedView view) {
        try {
            ExampleQuery wanted = view.query();
            current = view.name();
            query.show(FilterPart.of(wanted.where()), wanted.search(), wanted.sort(), wanted.descending());
            if (!view.columns().isEmpty()) {
                table.shows().accept(view.columns());
            }
            tell();
        } catch (ExpectedException broken) {
            session.tell(broken);
        }
    }

    /// Keeps what is shown now under a name; a view of that name is replaced.
    public void save(String name) {
        NamedView view = now(name.strip());
        if (!view.name().isEmpty()) {
            current = view.name();
            change(store -> store.save(view));
        }
    }

    public void rename(NamedView view, String name) {
        String wanted = name.strip();
        if (!wanted.isEmpty() && !wanted.equals(view.name())) {
            current = current.equals(view.name()) ? wanted : current;
            change(store -> store.rename(view.name(), wanted));
        }
    }

    public void delete(NamedView view) {
        current = current.equals(view.name()) ? "" : current;
        change(store -> store.delete(view.name()));
    }

    /// Says which view was shown when the person was here last.
    public void remember(String name) {
        current = name;
        tell();
    }

    /// Looks again whether the columns are those of the view.
    public void columnsChanged() {
        tell();
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The name of the view that was shown last; empty for none.
    public String current() {
        return current;
    }

    public Session session() {
        return session;
    }

    // ---- what happens ----

    private interface Change {

        void make(ViewStore store) throws IOException;
    }

    private void change(Change change) {
        session.projectProperty().get().ifPresent(project -> session.read(_ -> {
            change.make(project.views());
            return project.views().read();
        }, outcome -> {
            switch (outcome) {
                case Outcome.Done(var fresh) -> arrive(fresh);
                case Outcome.Failed(var cause) -> session.tell(cause);
                case Outcome.Stopped() -> {}
            }
        }));
    }

    private void arrive(Views fresh) {
        views.views().forEach(old -> session.commands().remove(commandId(old)));
        views = fresh;
        for (NamedView view : fresh.views()) {
            session.commands().add(Command.of(commandId(view), "Show the view “" + view.name() + "”",
                    Feather.BOOKMARK, () -> {
                        session.goTo(Place.EXAMPLES);
                        show(view);
                    }).when(session.hasProject()));
        }
        tell();
    }

    private static String commandId(NamedView view) {
        return "view-" + view.name();
    }

    private void tell() {
        Optional<NamedView> shown = views.views().stream().filter(view -> view.name().equals(current)).findFirst();
        state.set(new State(views.views(), views.problems(), shown, shown.map(this::differs).orElse(false)));
    }

    private boolean differs(NamedView saved) {
        NamedView now = now(saved.name());
        NamedView same = saved.columns().isEmpty()
                ? new NamedView(now.name(), now.filter(), now.search(), now.sort(),
                        now.descending(), List.of())
                : now;
        try {
            return !same.query().equals(saved.query()) || !same.columns().equals(saved.columns());
        } catch (ExpectedException _) {
            return true;
        }
    }

    private NamedView now(String name) {
        ExampleQuery shown = query.queryProperty().get();
        return new NamedView(name, query.text(), shown.search(), shown.sort(), shown.descending(),
                table.columns().get());
    }
}
