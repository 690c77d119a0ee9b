package fettle.ui.document;

import fettle.document.PageReader;
import fettle.ui.control.Block;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.control.Markdown;
import fettle.ui.control.Reader;
import fettle.ui.control.Segmented;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws what is taken of a page beside the whole page, and the choice.
final class PagePane {

    private final PageViewModel model;
    private final Reader taken = new Reader("page-taken");
    private final Reader whole = new Reader("page-whole");
    private final VBox root;

    PagePane(PageViewModel model) {
        this.model = model;
        var sides = new SplitPane(side("Taken", taken, takenNote()), side("The whole page", whole, wholeNote()));
        sides.setDividerPositions(0.5);
        VBox.setVgrow(sides, Priority.ALWAYS);
        root = new VBox(bar(), note(), Card.hairline(), sides);
        VBox.setVgrow(root, Priority.ALWAYS);
        model.readingProperty().subscribe(this::fill);
    }

    Node root() {
        return root;
    }

    private Node bar() {
        var parts = new Segmented<>("page-part", List.of(PageViewModel.Part.values()), part -> switch (part) {
            case ARTICLE -> "Article";
            case BODY -> "Whole body";
            case SELECTOR -> "CSS selector";
        }, model.partProperty());
        var selector = new TextField();
        selector.setId("page-selector");
        selector.setPromptText("main .text");
        selector.getStyleClass().addAll("code-field", "small");
        selector.textProperty().bindBidirectional(model.selectorProperty());
        selector.visibleProperty().bind(model.partProperty().isEqualTo(PageViewModel.Part.SELECTOR));
        selector.managedProperty().bind(selector.visibleProperty());
        Button apply = Buttons.small(Buttons.primary("page-apply", "Take it so", Feather.CHECK, model::apply));
        apply.disableProperty().bind(model.canApply().not());
        var bar = new FlowPane(10, 6, parts.root(), selector, apply);
        bar.getStyleClass().add("page-bar");
        return bar;
    }

    private Node note() {
        Label note = Labels.wrapped(Bindings.createStringBinding(() -> model.refusalProperty().get().isEmpty()
                ? model.readingProperty().get().map(PageReader.Reading::note).orElse("")
                : model.refusalProperty().get(), model.refusalProperty(), model.readingProperty()), "t-warn",
                "t-small", "page-side-head");
        note.setId("page-note");
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private static Node side(String name, Reader reader, Label note) {
        VBox.setVgrow(reader.root(), Priority.ALWAYS);
        reader.root().setMinWidth(140);
        var head = Card.head(name, note);
        head.getStyleClass().add("page-side-head");
        return new VBox(head, reader.root());
    }

    private Label takenNote() {
        return Labels.of(model.readingProperty().map(read -> read.map(it -> Words.count(it.markdown().length(),
                "character", "characters")).orElse("")), "t-small", "t-soft");
    }

    private Label wholeNote() {
        return Labels.of(model.readingProperty().map(read -> read.map(_ -> "what is taken has a bar").orElse("")),
                "t-small", "t-soft");
    }

    private void fill(Optional<PageReader.Reading> reading) {
        taken.show(reading.map(it -> lines(it.markdown().isBlank()
                ? Markdown.plain("Nothing was found here.")
                : Markdown.blocks(it.markdown()))).orElse(List.of()));
        whole.show(reading.map(it -> lines(TakenLines.of(it))).orElse(List.of()));
    }

    private static List<Reader.Line> lines(List<Block> blocks) {
        return blocks.stream().map(block -> new Reader.Line(0, block)).toList();
    }
}
