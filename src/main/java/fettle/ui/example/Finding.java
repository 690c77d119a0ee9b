package fettle.ui.example;

import fettle.example.ExampleField;
import fettle.ui.example.facet.FacetsViewModel;
import fettle.ui.example.facet.FindingsViewModel;
import fettle.ui.example.facet.ReadScores;
import fettle.ui.example.filter.NamedViewsViewModel;
import fettle.ui.session.FxMoment;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.example.supervision.SupervisionViewModel;
import fettle.ui.example.supervision.SurveyViewModel;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;

/// What finds rows on this screen, put together: facets, findings, scores, named views, the place that is kept.
final class Finding {

    private final Session session;
    private final ExamplesViewModel model;
    private final FacetsViewModel facets;
    private final FindingsViewModel findings;
    private final NamedViewsViewModel views;
    private final PlaceKeeping keeping;
    private final Reading<Integer> scoring;
    private int evaluations = -1;

    Finding(Session session, ExamplesViewModel model, ExampleTools tools, PlaceShelf places) {
        this.session = session;
        this.model = model;
        this.facets = new FacetsViewModel(session, model.query());
        this.findings = new FindingsViewModel(session,
                new FindingsViewModel.Means(tools.tokens(), tools.tokenLimit(), System::currentTimeMillis),
                FxMoment::new, this::found);
        var columns = model.table().columns();
        this.views = new NamedViewsViewModel(session, model.query(),
                new NamedViewsViewModel.TableColumns(columns::ids, columns::show));
        columns.shownProperty().addListener(_ -> views.columnsChanged());
        this.keeping = new PlaceKeeping(session, places,
                new ScreenPlace(model.query(), model.table(), facets, views, model.editor().drafts()),
                FxMoment::new);
        this.scoring = new Reading<>(session, _ -> derived("score"));
        session.projectProperty().subscribe(_ -> begin());
        session.countsProperty().addListener(_ -> score());
    }

    FacetsViewModel facets() {
        return facets;
    }

    FindingsViewModel findings() {
        return findings;
    }

    NamedViewsViewModel views() {
        return views;
    }

    PlaceKeeping keeping() {
        return keeping;
    }

    /// What is trained of the rows with the chosen family; counted while a facet or the filter asks for it.
    SurveyViewModel survey(SupervisionViewModel supervision) {
        String field = ExampleField.SUPERVISION.word();
        var survey = new SurveyViewModel(supervision, model::narrow, () -> derived(field), FxMoment::new);
        survey.wantedProperty().bind(Bindings.createBooleanBinding(
                () -> facets.layoutProperty().get().shown().stream().anyMatch(facet -> facet.word().equals(field))
                        || asks(field),
                facets.layoutProperty(), model.query().queryProperty()));
        return survey;
    }

    private boolean asks(String field) {
        var query = model.query().queryProperty().get();
        return Stream.concat(Stream.of(query.sort()), query.where().stream().map(it -> it.field()))
                .anyMatch(field::equals);
    }

    private void begin() {
        evaluations = -1;
        facets.reset();
        model.table().columns().reset();
        session.projectProperty().get().ifPresent(project -> keeping.open(project, model::begin));
    }

    private void found() {
        model.table().findingsProperty().set(id -> findings.of(id));
        derived("finding");
    }

    /// Rows are asked anew when the query asks for what has just been told to the store.
    private void derived(String field) {
        facets.count();
        if (asks(field)) {
            model.refresh();
        }
    }

    private void score() {
        int now = session.countsProperty().get().evaluations();
        if (now != evaluations) {
            evaluations = now;
            session.projectProperty().get().ifPresent(project -> scoring.start(new ReadScores(project)));
        }
    }
}
