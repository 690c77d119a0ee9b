package fettle.ui.example.supervision;

import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.job.Work;
import fettle.model.Families.Choice;
import fettle.project.Project;
import fettle.tuning.supervision.Family;
import fettle.tuning.supervision.Supervision;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tools.jackson.databind.node.ObjectNode;

/// One row as it will be trained, for the chosen family, and which part of it is in sight.
public final class SupervisionViewModel {

    /// Tokens that are shown at once; a longer row is turned over in pages.
    static final int PAGE = 3000;

    private final Session session;
    private final FamilyDesk desk;
    private final Supplier<ObjectNode> body;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Choice>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty limit = new SimpleIntegerProperty(0);
    private final BooleanProperty borders = new SimpleBooleanProperty();
    private final IntegerProperty page = new SimpleIntegerProperty(0);
    private final Reading<State> reading;
    private final Reading<Known> knowing;
    private volatile Optional<Opened> opened = Optional.empty();

    /// What is shown.
    public sealed interface State {

        /// No row is open.
        record Nothing() implements State {}

        record Shown(Family family, Supervision row) implements State {}

        /// It cannot be trained so.
        ///
        /// @param sentence why, in the template's own words
        /// @param next what to do
        record Refused(String sentence, String next) implements State {}
    }

    private record Known(List<Choice> choices, String chosen) {}

    /// A family that has been read, and the project under whose recipe.
    private record Opened(String id, Project project, Family family) {}

    /// `body` is the open row as it stands on the screen.
    public SupervisionViewModel(Session session, FamilyDesk desk, Supplier<ObjectNode> body) {
        this.session = session;
        this.desk = desk;
        this.body = body;
        this.reading = new Reading<>(session, this::arrived);
        this.knowing = new Reading<>(session, this::known);
        limit.addListener(_ -> refresh());
        session.projectProperty().addListener(_ -> forget());
    }

    // ---- commands ----

    /// Looks at the open row anew; the first time also at the families that there are.
    public void refresh() {
        if (choices.isEmpty()) {
            knowing.start(_ -> new Known(desk.all(), desk.chosen()));
        } else {
            chosen.get().ifPresent(choice -> session.projectProperty().get()
                    .ifPresent(project -> reading.start(look(choice, project, body.get()))));
        }
    }

    /// Looks with another family from now on, under its own limit.
    public void choose(Choice choice) {
        if (chosen.get().equals(Optional.of(choice))) {
            return;
        }
        chosen.set(Optional.of(choice));
        limit.set(0);
        session.read(_ -> {
            desk.choose(choice.id());
            return true;
        }, outcome -> {
            if (outcome instanceof Outcome.Failed<Boolean>(var cause)) {
                session.tell(cause);
            }
        });
        refresh();
    }

    /// Turns over by so many pages.
    public void turn(int pages) {
        page.set(Math.clamp(page.get() + pages, 0, Math.max(0, pages() - 1)));
    }

    /// Shows the page on which the row is cut off.
    public void goToTheCut() {
        if (state.get() instanceof State.Shown(var family, var row) && row.counts().cut() > 0) {
            page.set(Math.max(0, family.limit() - 1) / PAGE);
        }
    }

    // ---- properties ----

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Those of this machine first.
    ObservableList<Choice> choices() {
        return choices;
    }

    ObjectProperty<Optional<Choice>> chosenProperty() {
        return chosen;
    }

    /// Tokens of a row; 0 for the family's own limit.
    IntegerProperty limitProperty() {
        return limit;
    }

    /// Whether neighbouring tokens are told apart.
    BooleanProperty bordersProperty() {
        return borders;
    }

    /// 0-based.
    IntegerProperty pageProperty() {
        return page;
    }

    int pages() {
        return state.get() instanceof State.Shown(_, var row) ? Math.ceilDiv(row.row().length(), PAGE) : 0;
    }

    Session session() {
        return session;
    }

    /// Opens the chosen family under the chosen limit. For work; blocks.
    Family open(Choice choice, Project project) throws IOException {
        Optional<Opened> ready = opened.filter(one -> one.id().equals(choice.id()) && one.project().equals(project));
        Family family = ready.isPresent() ? ready.get().family() : desk.open(choice.id(), project);
        opened = Optional.of(new Opened(choice.id(), project, family));
        int wanted = limit.get();
        return wanted > 0 ? family.withLimit(wanted) : family;
    }

    // ---- what happens ----

    private void known(Known now) {
        choices.setAll(now.choices());
        chosen.set(choices.stream().filter(choice -> choice.id().equals(now.chosen())).findFirst()
                .or(() -> choices.stream().findFirst()));
        refresh();
    }

    private Work<State> look(Choice choice, Project project, ObjectNode row) {
        return _ -> {
            try {
                Family family = open(choice, project);
                return new State.Shown(family, family.of(row));
            } catch (ExpectedException refused) {
                return new State.Refused(refused.getMessage(), refused.next());
            }
        };
    }

    private void arrived(State now) {
        state.set(now);
        page.set(Math.clamp(page.get(), 0, Math.max(0, pages() - 1)));
    }

    private void forget() {
        opened = Optional.empty();
        choices.clear();
        page.set(0);
        state.set(new State.Nothing());
    }
}
