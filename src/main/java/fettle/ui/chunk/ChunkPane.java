package fettle.ui.chunk;

import fettle.chunk.Chunk;
import fettle.example.ExampleStatus;
import fettle.ui.control.Labels;
import fettle.ui.control.WideButton;
import fettle.ui.session.Words;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The right pane: where the chosen chunk stands, how full it is, what was made from it.
final class ChunkPane {

    private final ChunksViewModel model;
    private final VBox content = new VBox(14);
    private final StackPane root;

    ChunkPane(ChunksViewModel model) {
        this.model = model;
        content.setPadding(new Insets(16));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        root = new StackPane(scroll);
        root.getStyleClass().add("pane-line-left");
        root.setId("chunk-pane");
        model.chunkProperty().subscribe(this::draw);
        model.made().subscribe(() -> draw(model.chunkProperty().get()));
    }

    Region root() {
        return root;
    }

    private void draw(Optional<Chunk> chunk) {
        content.getChildren().clear();
        chunk.ifPresent(this::fill);
    }

    private void fill(Chunk chunk) {
        int of = model.documentProperty().get().map(document -> document.chunks().size()).orElse(0);
        var head = new VBox(4, Labels.of("Chunk %s of %s".formatted(Words.number(chunk.index() + 1L),
                Words.number(of)), "t-strong"));
        if (!chunk.headingPath().isEmpty()) {
            head.getChildren().add(Labels.wrapped(String.join(" › ", chunk.headingPath()), "t-soft"));
        }
        int limit = model.settings().tokens();
        var bar = new ProgressBar(Math.min(1, (double) chunk.tokens() / limit));
        bar.setMaxWidth(Double.MAX_VALUE);
        var size = new VBox(6, Labels.of("%s of %s tokens".formatted(Words.number(chunk.tokens()),
                Words.number(limit)), "t-label"), bar);
        content.getChildren().addAll(head, size, examples());
    }

    private Node examples() {
        if (model.made().isEmpty()) {
            return Labels.wrapped("No example was made from it yet.", "t-soft");
        }
        var rows = new VBox(Labels.of("Examples made from it", "t-label"));
        for (ChunksViewModel.Made made : model.made()) {
            rows.getChildren().add(row(made));
        }
        return rows;
    }

    private Node row(ChunksViewModel.Made made) {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        dot.getStyleClass().add(switch (made.status()) {
            case DRAFT -> "draft";
            case APPROVED -> "good";
            case REJECTED -> "bad";
        });
        var question = Labels.of(made.question());
        question.setMinWidth(0);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        var line = new HBox(8, dot, question, Labels.whole("%04d".formatted(made.id()), "t-mono", "t-soft"));
        line.setAlignment(Pos.CENTER_LEFT);
        return WideButton.row("made-" + made.id(), word(made.status()) + ": " + made.question(), line,
                () -> model.showExample(made.id()));
    }

    private static String word(ExampleStatus status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
        };
    }

}
