package fettle.ui.history;

import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.Route;
import fettle.example.Step;
import fettle.job.Outcome;
import fettle.ui.session.Command;
import fettle.ui.session.Picked;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;

/// The history without its pixels: all steps with their branches, newest first, and travelling to any of them.
public final class HistoryViewModel {

    private static final int LONGEST_NAME = 48;

    private final Session session;
    private final Consumer<String> says;
    private final ObservableList<HistoryLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<HistoryTree> tree = new ReadOnlyObjectWrapper<>(HistoryTree.NONE);
    private final ReadOnlyBooleanWrapper travelling = new ReadOnlyBooleanWrapper();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final Set<Long> open = new HashSet<>();
    private final Reading<HistoryTree> reading;
    private boolean known;

    /// `says` shows a sentence about what has just happened.
    public HistoryViewModel(Session session, Consumer<String> says) {
        this.session = session;
        this.says = says;
        this.reading = new Reading<>(session, this::read);
        session.revisionProperty().subscribe(this::refresh);
        session.projectProperty().addListener(_ -> forget());
        shown.subscribe(this::refresh);
        filter.subscribe(this::list);
        session.commands().add(
                Command.of("undo", "Undo", Feather.CORNER_UP_LEFT, () -> move("Undone: ", ExampleStore::undo))
                        .keys("Shortcut+Z").when(session.writable()),
                Command.of("redo", "Redo", Feather.CORNER_UP_RIGHT, () -> move("Done again: ", ExampleStore::redo))
                        .keys("Shift+Shortcut+Z|Shortcut+Y").when(session.writable()));
    }

    // ---- commands ----

    /// Goes to just after a step; 0 is before the first.
    void travel(long number) {
        if (number != tree.get().head()) {
            String where = tree.get().step(number).map(step -> "just after “" + shortened(step) + "”")
                    .orElse("the beginning");
            move("", examples -> examples.travel(number), "The project is at " + where);
        }
    }

    /// Opens or closes a branch.
    void fold(long root) {
        if (!open.remove(root)) {
            open.add(root);
        }
        list();
    }

    /// Opens the examples, narrowed to the rows that a step changed.
    void showRows(Step step) {
        session.projectProperty().get().ifPresent(project -> session.read(
                _ -> present(project.examples(), step), outcome -> {
                    switch (outcome) {
                        case Outcome.Done(var ids) -> show(step, ids);
                        case Outcome.Failed(var cause) -> session.tell(cause);
                        case Outcome.Stopped() -> {}
                    }
                }));
    }

    private static List<Long> present(ExampleStore examples, Step step) throws IOException {
        ExampleView all = examples.view(ExampleQuery.ALL);
        return LongStream.of(examples.rowsOf(step.number())).filter(id -> all.indexOf(id) >= 0).boxed().toList();
    }

    private void show(Step step, List<Long> ids) {
        if (ids.isEmpty()) {
            says.accept("None of these rows is in the project now. Go to this step to see them.");
        } else {
            session.show(Place.EXAMPLES, new Picked("changed by “" + shortened(step) + "”", ids).detail());
        }
    }

    private static String shortened(Step step) {
        String sentence = step.sentence();
        return sentence.length() <= LONGEST_NAME ? sentence : sentence.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    private interface Move {

        Optional<Step> of(ExampleStore examples) throws IOException;
    }

    private void move(String verb, Move move) {
        move(verb, move, "");
    }

    private void move(String verb, Move move, String sentence) {
        session.projectProperty().get().filter(_ -> session.writable().get() && !travelling.get())
                .ifPresent(project -> {
                    travelling.set(true);
                    session.move(_ -> move.of(project.examples()), outcome -> {
                        travelling.set(false);
                        moved(outcome, verb, sentence);
                    });
                });
    }

    private void moved(Outcome<Optional<Step>> outcome, String verb, String sentence) {
        switch (outcome) {
            case Outcome.Done(var step) -> says.accept(sentence.isEmpty()
                    ? step.map(gone -> verb + shortened(gone)).orElse(verb.startsWith("Undone")
                            ? "There is nothing to undo"
                            : "There is nothing to redo")
                    : sentence);
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
        session.changed();
    }

    // ---- properties ----

    /// What is listed, newest first.
    ObservableList<HistoryLine> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<HistoryTree> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /// Whether the steps were read; before, none are listed though there may be some.
    boolean isKnown() {
        return known;
    }

    /// Narrows the list to sentences with these words.
    StringProperty filterProperty() {
        return filter;
    }

    /// Whether someone looks at it; only then it is read.
    BooleanProperty shownProperty() {
        return shown;
    }

    /// Whether it is on the way to another step.
    ReadOnlyBooleanProperty travellingProperty() {
        return travelling.getReadOnlyProperty();
    }

    Session session() {
        return session;
    }

    /// "Go back 3 steps", "Go forward 2 steps", "Go back 2 steps, then forward 3 on the branch"; empty for where the
    /// project stands.
    String routeWords(long number) {
        Route route = tree.get().routeTo(number);
        int back = route.back().size();
        int forth = route.forth().size();
        if (back == 0 && forth == 0) {
            return "";
        }
        if (forth == 0) {
            return "Go back " + Words.count(back, "step", "steps");
        }
        return back == 0
                ? "Go forward " + Words.count(forth, "step", "steps")
                : "Go back " + Words.count(back, "step", "steps") + ", then forward " + Words.number(forth);
    }

    // ---- what happens ----

    private void forget() {
        known = false;
        tree.set(HistoryTree.NONE);
        open.clear();
        filter.set("");
        list();
    }

    private void refresh() {
        if (shown.get()) {
            session.projectProperty().get()
                    .ifPresent(project -> reading.start(_ -> new HistoryTree(project.examples().history())));
        }
    }

    void read(HistoryTree read) {
        known = true;
        tree.set(read);
        list();
    }

    private void list() {
        ZoneId zone = ZoneId.systemDefault();
        lines.setAll(filter.get().isBlank()
                ? tree.get().lines(open, zone)
                : tree.get().matching(filter.get(), zone));
    }
}
