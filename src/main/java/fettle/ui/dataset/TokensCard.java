package fettle.ui.dataset;

import fettle.token.Distribution;
import fettle.token.Encoding;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.ChartScale;
import fettle.ui.control.Labels;
import fettle.ui.control.Segmented;
import fettle.ui.control.Skeleton;
import fettle.ui.control.TokenChart;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The distribution of the rows' lengths, its figures below, and what is brushed.
final class TokensCard {

    private final DatasetViewModel model;
    private final TokenChart chart = new TokenChart();
    private final FlowPane figures = new FlowPane(26, 8);
    private static final double GAP = 12;

    private final HBox brushed = new HBox(10);
    private final StackPane middle = new StackPane();
    private final VBox root;

    TokensCard(DatasetViewModel model) {
        this.model = model;
        chart.setId("token-chart");
        figures.setId("token-figures");
        brushed.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        brushed.getStyleClass().add("brushed");
        VBox.setVgrow(middle, Priority.ALWAYS);
        root = Card.of(head(), middle, figures, brushed);
        model.lengthsProperty().subscribe(this::show);
        model.measureProperty().subscribe(_ -> show(model.lengthsProperty().get()));
        chart.brushProperty().subscribe(this::brush);
    }

    VBox root() {
        return root;
    }

    private Node head() {
        var measure = new Segmented<>("measure", List.of(Lengths.Measure.values()), TokensCard::words,
                model.measureProperty());
        var scale = new Segmented<>("token-scale", List.of(ChartScale.values()),
                choice -> choice == ChartScale.LOG ? "Log" : "Linear", chart.scaleProperty());
        var title = Labels.of("Tokens per example", "t-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var left = new HBox(GAP, title, measure.root());
        var right = new HBox(GAP, encodings(), scale.root());
        left.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        right.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return onOneLineOrTwo(left, right);
    }

    /// The right half stands at the right end while both fit on one line, else below the left half.
    private static Node onOneLineOrTwo(HBox left, HBox right) {
        var row = new FlowPane(GAP, 8, left, right);
        left.minWidthProperty().bind(Bindings.createDoubleBinding(() -> {
            double own = left.getChildren().stream().mapToDouble(part -> part.prefWidth(-1)).sum() + GAP;
            double free = row.getWidth() - right.prefWidth(-1) - GAP - 1;
            return Math.max(own, free);
        }, row.widthProperty(), right.widthProperty()));
        return row;
    }

    private ComboBox<Encoding> encodings() {
        var box = new ComboBox<Encoding>();
        box.getItems().setAll(Encoding.values());
        box.setId("encoding");
        box.setAccessibleText("Encoding");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.valueProperty().bindBidirectional(model.encodingProperty());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Encoding encoding) {
                return encoding == null ? "" : encoding.label();
            }

            @Override
            public Encoding fromString(String text) {
                return Encoding.valueOf(text);
            }
        });
        return box;
    }

    private void show(Optional<Lengths> lengths) {
        if (lengths.isEmpty()) {
            middle.getChildren().setAll(Skeleton.rows(5));
            figures.getChildren().clear();
            return;
        }
        Lengths now = lengths.get();
        Lengths.Spread spread = now.by(model.measureProperty().get());
        chart.show(spread.bars(), spread.figures());
        if (!middle.getChildren().contains(chart)) {
            middle.getChildren().setAll(chart);
        }
        Distribution found = spread.figures();
        figures.getChildren().setAll(figure("shortest", found.min()), figure("p5", Math.round(found.p5())),
                figure("p25", Math.round(found.p25())), figure("median", Math.round(found.median())),
                figure("mean", Math.round(found.mean())), figure("p75", Math.round(found.p75())),
                figure("p95", Math.round(found.p95())), figure("p99", Math.round(found.p99())),
                figure("longest", found.max()), figure("in all", found.sum()));
        if (model.measureProperty().get() != Lengths.Measure.MESSAGES) {
            figures.getChildren().add(figure("trained", now.trained()));
        }
    }

    private void brush(Optional<TokenChart.Brush> brush) {
        brushed.setVisible(brush.isPresent());
        brushed.setManaged(brush.isPresent());
        brush.ifPresent(range -> {
            Button show = Buttons.small(Buttons.secondary("show-brushed", "Show them", Feather.MESSAGE_SQUARE,
                    () -> model.show(range)));
            Button clear = Buttons.small(Buttons.quiet("clear-brush", "Let go", Feather.X, chart::clear));
            String unit = model.measureProperty().get() == Lengths.Measure.MESSAGES ? "messages" : "tokens";
            brushed.getChildren().setAll(Labels.whole("%s with %s to %s %s".formatted(
                    Words.count(range.rows(), "row", "rows"), Words.number(range.from()),
                    Words.number(range.to() - 1), unit)), show, clear);
        });
    }

    private static VBox figure(String name, long value) {
        return new VBox(Labels.whole(name, "t-label"), Labels.whole(Words.number(value), "t-strong"));
    }

    private static String words(Lengths.Measure measure) {
        return switch (measure) {
            case TOTAL -> "Total";
            case ASSISTANT -> "Assistant";
            case MESSAGES -> "Messages";
        };
    }
}
