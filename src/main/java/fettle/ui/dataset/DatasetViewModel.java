package fettle.ui.dataset;

import fettle.dataset.CheckDataset;
import fettle.dataset.CheckReport;
import fettle.dataset.CountTokens;
import fettle.dataset.Export;
import fettle.dataset.Finding;
import fettle.dataset.Format;
import fettle.dataset.Release;
import fettle.dataset.Split;
import fettle.dataset.SplitDataset;
import fettle.dataset.SplitSettings;
import fettle.example.ExampleQuery;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.token.Encoding;
import fettle.ui.control.TokenChart.Brush;
import fettle.ui.session.Picked;
import fettle.ui.session.Place;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The dataset screen without its pixels. Counting, checking and dividing are read anew when the project changed and the
/// person is here; each part comes when it is ready.
public final class DatasetViewModel {

    private final Session session;
    private final DatasetWork work;
    private final ReadOnlyObjectWrapper<Optional<Lengths>> lengths = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CheckReport>> checks = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sides>> sides = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Split>> split = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Encoding> encoding = new SimpleObjectProperty<>(Encoding.DEFAULT);
    private final ObjectProperty<Lengths.Measure> measure = new SimpleObjectProperty<>(Lengths.Measure.TOTAL);
    private final ObjectProperty<SplitSettings> settings = new SimpleObjectProperty<>(SplitSettings.DEFAULT);
    private final ReadOnlyObjectWrapper<Integer> edited = new ReadOnlyObjectWrapper<>(0);
    private final Reading<Integer> countingEdited;
    private final Reading<Lengths> counting;
    private final Reading<CheckReport> checking;
    private final Reading<Sides> dividing;
    private boolean stale = true;
    private boolean fresh = true;

    public DatasetViewModel(Session session, DatasetWork work) {
        this.session = session;
        this.work = work;
        countingEdited = new Reading<>(session, edited::set);
        counting = new Reading<>(session, now -> lengths.set(Optional.of(now)));
        checking = new Reading<>(session, now -> checks.set(Optional.of(now)));
        dividing = new Reading<>(session, this::divided);
        encoding.addListener(_ -> load());
        session.revisionProperty().addListener(_ -> changed());
        session.projectProperty().subscribe(this::opened);
    }

    // ---- commands ----

    /// The person came here.
    void entered() {
        if (stale) {
            load();
        }
    }

    /// Fixes the rows as they are now.
    void release(Consumer<Release> done) {
        project().ifPresent(project -> session.work("Release the dataset",
                progress -> project.releases().release(progress), outcome -> ended(outcome, done)));
    }

    /// Divides the rows anew.
    void split(SplitSettings wanted) {
        settings.set(wanted);
        project().ifPresent(project -> session.work("Split the dataset",
                new SplitDataset(project.examples(), wanted), outcome -> ended(outcome,
                        made -> split.set(Optional.of(made)))));
    }

    void export(Format format, Path folder, Consumer<Export> done) {
        project().ifPresent(project -> session.work("Export the dataset", work.export(project, format, folder),
                outcome -> ended(outcome, done)));
    }

    /// Goes to an example.
    void show(long id) {
        session.show(Place.EXAMPLES, String.valueOf(id));
    }

    /// Goes to the rows that a finding names.
    void show(Finding finding) {
        session.show(Place.EXAMPLES,
                new Picked(finding.kind().word().replace('_', ' '), finding.examples()).detail());
    }

    /// Goes to the same rows, and asks there before they are repaired.
    void repair(Finding finding) {
        session.show(Place.EXAMPLES, "repair " + finding.kind().word() + " "
                + new Picked(finding.kind().word().replace('_', ' '), finding.examples()).detail());
    }

    /// Goes to the examples of a brushed range.
    void show(Brush brush) {
        session.show(Place.EXAMPLES, filter(brush, measure.get()));
    }

    static String filter(Brush brush, Lengths.Measure measure) {
        String field = switch (measure) {
            case TOTAL -> "tokens";
            case ASSISTANT -> "assistantTokens";
            case MESSAGES -> "turns";
        };
        return "%s >= %d and %s <= %d".formatted(field, brush.from(), field, brush.to() - 1);
    }

    void goToExamples() {
        session.goTo(Place.EXAMPLES);
    }

    // ---- reading ----

    private void opened(Optional<Project> project) {
        lengths.set(Optional.empty());
        checks.set(Optional.empty());
        sides.set(Optional.empty());
        split.set(Optional.empty());
        fresh = true;
        changed();
    }

    private void changed() {
        if (session.destinationProperty().get().place() == Place.DATASET) {
            load();
        } else {
            stale = true;
        }
    }

    private void divided(Sides now) {
        sides.set(Optional.of(now));
        if (fresh) { // the project's own encoding, until the person chooses another
            fresh = false;
            now.encoding().ifPresent(encoding::set);
        }
    }

    private void load() {
        project().ifPresent(project -> {
            stale = false;
            dividing.start(new Sides.Read(project));
            countingEdited.start(_ -> project.examples().view(ExampleQuery.KEPT.and(
                    List.of(new ExampleQuery.Condition("edited", ExampleQuery.Condition.Op.EQ, "yes")))).size());
            counting.start(new Lengths.Count(project.examples(), encoding.get()));
            checking.start(new CheckDataset(project.examples(), encoding.get(), CountTokens.USUAL_LIMIT));
        });
    }

    private <T> void ended(Outcome<T> outcome, Consumer<T> done) {
        switch (outcome) {
            case Outcome.Done(var value) -> done.accept(value);
            case Outcome.Failed(var cause) -> session.tell(cause);
            case Outcome.Stopped() -> {}
        }
    }

    private Optional<Project> project() {
        return session.projectProperty().get();
    }

    // ---- properties ----

    /// Empty while it is being counted.
    ReadOnlyObjectProperty<Optional<Lengths>> lengthsProperty() {
        return lengths.getReadOnlyProperty();
    }

    /// Empty while it is being checked.
    ReadOnlyObjectProperty<Optional<CheckReport>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    /// Kept rows that were edited by hand since they came in.
    ReadOnlyObjectProperty<Integer> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Sides>> sidesProperty() {
        return sides.getReadOnlyProperty();
    }

    /// The split that was made last in this session, with its leaks.
    ReadOnlyObjectProperty<Optional<Split>> splitProperty() {
        return split.getReadOnlyProperty();
    }

    ObjectProperty<Encoding> encodingProperty() {
        return encoding;
    }

    ObjectProperty<Lengths.Measure> measureProperty() {
        return measure;
    }

    ReadOnlyObjectProperty<SplitSettings> settingsProperty() {
        return settings;
    }

    Session session() {
        return session;
    }

    /// Where an export goes when nothing else is chosen.
    String exportFolder() {
        return project().map(project -> project.folder().resolve("export").toAbsolutePath().normalize().toString())
                .orElse("");
    }

    /// "1,183 examples · o200k_base".
    String note() {
        return sides.get().map(now -> Words.count(now.rows(), "example", "examples") + " · counted in "
                + encoding.get().label()).orElse("");
    }
}
