package fettle.ui.tuning;

import fettle.tuning.Tuning;
import fettle.tuning.TuningStatus;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.ChartScale;
import fettle.ui.control.Curve;
import fettle.ui.control.Labels;
import fettle.ui.control.LossChart;
import fettle.ui.control.Overlay;
import fettle.ui.control.Segmented;
import fettle.ui.control.Tile;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A tuning as it runs or ran: tiles, the curve, small curves, and beside them what happened.
final class CurveView {

    private final TuningViewModel model;
    private final Overlay overlay;
    private final VBox root = new VBox();
    private final HBox head = new HBox();
    private final ObjectProperty<Figures> figures = new SimpleObjectProperty<>(Figures.NONE);
    private final LossChart chart = new LossChart();
    private final Label earlierName = Labels.whole("", "t-small");
    private final HBox earlierLegend = legend("earlier", earlierName);
    private final SparkPanel sparks = new SparkPanel();
    private final SidePanel side;
    private Optional<Shown> shown = Optional.empty();
    private boolean live;

    CurveView(TuningViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        side = new SidePanel(model);
        head.getStyleClass().add("screen-head");
        chart.setId("loss-chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox card = Card.of(chartHead(), chart, sparks.root());
        card.getStyleClass().add("chart-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        var lower = new HBox(14, card, side.root());
        VBox.setVgrow(lower, Priority.ALWAYS);
        var body = new VBox(14, tiles(), lower);
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head, body);
        model.heardProperty().subscribe(_ -> refresh());
    }

    VBox root() {
        return root;
    }

    void show(Shown now, boolean nowLive) {
        shown = Optional.of(now);
        live = nowLive;
        head(now.tuning());
        earlierName.setText(now.before().map(Tuning::id).orElse(""));
        earlierLegend.setVisible(now.earlier().isPresent());
        earlierLegend.setManaged(now.earlier().isPresent());
        side.show(now);
        refresh();
    }

    private void refresh() {
        shown.ifPresent(now -> {
            TuningTrace trace = now.trace();
            figures.set(Figures.of(trace, live));
            chart.show(trace.chart(now.earlier()));
            sparks.show(trace);
            side.notes(trace.notes().notes());
        });
    }

    // ---- parts ----

    private void head(Tuning tuning) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label note = Labels.of(note(tuning), "t-soft", "head-note");
        note.setMinWidth(0);
        head.getChildren().setAll(Labels.whole(tuning.id(), "t-title"), StatusWords.pill(tuning), note, gap);
        head.getChildren().addAll(buttons(tuning));
    }

    private String note(Tuning tuning) {
        String rows = shown.flatMap(now -> now.trace().started()).map(started -> ", " + (started.validationRows() == 0
                ? Words.count(started.trainRows(), "example", "examples")
                : Words.number(started.trainRows()) + " + " + Words.number(started.validationRows()) + " examples"))
                .orElse("");
        return tuning.base() + " · dataset " + tuning.release() + rows;
    }

    private List<Node> buttons(Tuning tuning) {
        var buttons = new ArrayList<Node>();
        buttons.add(
                Buttons.secondary("recipe", "Recipe", Feather.COPY, () -> RecipeSheet.show(tuning, model, overlay)));
        if (live) {
            buttons.add(Buttons.danger("stop-tuning", "Stop, keep checkpoint", Feather.SQUARE, model::stop));
            return buttons;
        }
        boolean other = model.running();
        boolean writable = model.session().writable().get();
        if (tuning.model().isPresent()) {
            buttons.add(Buttons.secondary("talk", "Talk to it", Feather.MESSAGE_SQUARE, () -> model.talk(tuning)));
        }
        if (tuning.status() != TuningStatus.RUNNING) {
            var fresh = Buttons.secondary("new-tuning", "New tuning", Feather.PLUS, model::newTuning);
            var resume = Buttons.primary("resume-tuning", "Resume", Feather.PLAY, model::resume);
            fresh.setDisable(other);
            resume.setDisable(other || !writable);
            if (!tuning.status().resumable()) {
                fresh.getStyleClass().add("primary");
            }
            buttons.add(fresh);
            if (tuning.status().resumable()) {
                buttons.add(resume);
            }
        }
        return buttons;
    }

    private Node tiles() {
        var row = new HBox(12, tile("Train loss", Figures::train), tile("Validation loss", Figures::validation),
                tile("Token accuracy", Figures::accuracy), tile("Speed", Figures::speed),
                tile("Time", Figures::time));
        row.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        return row;
    }

    private VBox tile(String name, Function<Figures, Figures.Figure> figure) {
        VBox tile = Tile.of(name, figures.map(now -> figure.apply(now).value()),
                figures.map(now -> figure.apply(now).note()));
        tile.setId("tile-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        tile.setPrefWidth(100);
        return tile;
    }

    private Node chartHead() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var axis = new Segmented<>("axis", List.of(Curve.Axis.values()), CurveView::words, chart.axisProperty());
        var scale = new Segmented<>("scale", List.of(ChartScale.values()),
                choice -> choice == ChartScale.LOG ? "Log" : "Linear", chart.scaleProperty());
        var row = new HBox(14, Labels.whole("Loss", "t-strong"), legend("train", Labels.whole("train", "t-small")),
                legend("validation", Labels.whole("validation", "t-small")), earlierLegend, gap, axis.root(),
                scale.root());
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private static HBox legend(String style, Label name) {
        var line = new Region();
        line.getStyleClass().addAll("legend-line", style);
        var row = new HBox(6, line, name);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private static String words(Curve.Axis axis) {
        return switch (axis) {
            case STEP -> "Step";
            case TOKENS -> "Tokens";
            case TIME -> "Time";
        };
    }
}
