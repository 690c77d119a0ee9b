package fettle.ui.source;

import fettle.source.Source;
import fettle.source.SourceFacts;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Problem;
import fettle.ui.control.Tile;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The right pane: what the chosen source is, what it gave, what was skipped and why, and how its texts are cleaned.
final class SourcePane {

    private final SourcesViewModel model;
    private final SourcesView view;
    private final Overlay overlay;
    private final VBox content = new VBox(16);
    private final VBox foot = new VBox();
    private final VBox root;
    private Subscription following = Subscription.EMPTY;
    private String shown = "";

    SourcePane(SourcesViewModel model, SourcesView view, Overlay overlay) {
        this.model = model;
        this.view = view;
        this.overlay = overlay;
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = Card.of(scroll, foot);
        root.setId("source-pane");
        model.detailProperty().subscribe(_ -> draw());
        model.chosenProperty().subscribe(row -> {
            following.unsubscribe();
            following = row.map(it -> it.activityProperty().subscribe(_ -> draw())).orElse(Subscription.EMPTY);
        });
    }

    Region root() {
        return root;
    }

    private void draw() {
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        String id = focused != null && focused.getId() != null && isInside(focused) ? focused.getId() : "";
        content.getChildren().clear();
        foot.getChildren().clear();
        Optional<SourceRow> row = model.chosenProperty().get();
        row.ifPresent(this::fill);
        Node again = id.isEmpty() ? null : content.lookup("#" + id);
        if (again != null) {
            again.requestFocus(); // what was switched is still at hand
        }
        String key = row.map(SourceRow::key).orElse("");
        if (!key.equals(shown)) {
            shown = key;
            ((ScrollPane) root.getChildren().getFirst()).setVvalue(0);
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }

    private void fill(SourceRow row) {
        Optional<SourceDetail> detail = model.detailProperty().get()
                .filter(it -> Visit.key(it.source()).equals(row.key()));
        content.getChildren().add(head(row));
        problem(row).ifPresent(content.getChildren()::add);
        detail.ifPresent(it -> {
            content.getChildren().addAll(tiles(it), actions(row, it));
            content.getChildren().addAll(sections(it));
            note(it.source().facts()).ifPresent(foot.getChildren()::add);
        });
    }

    private Node head(SourceRow row) {
        var name = Labels.wrapped(row.title(), "t-strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        var first = new HBox(10, name);
        first.setAlignment(Pos.CENTER_LEFT);
        if (row.source().flatMap(source -> SourceWords.opens(source, row.knownProperty().get().entries()))
                .isPresent()) {
            first.getChildren().add(Buttons.small(Buttons.secondary("open-source", "Open", Feather.EXTERNAL_LINK,
                    () -> model.open(row))));
        }
        var facts = Labels.wrapped(row.source().map(SourcePane::facts).orElse(row.location()), "t-mono", "t-soft");
        return new VBox(2, first, facts);
    }

    /// "4f1c09e · 3 Nov 2026 · licence CC0", or where it lies.
    private static String facts(Source source) {
        var parts = new ArrayList<String>();
        SourceFacts facts = source.facts();
        if (!facts.revision().isEmpty()) {
            parts.add(SourceWords.shortRevision(facts));
            parts.add(Words.when(source.readMillis()));
        } else {
            parts.add(source.location().equals(SourceWords.ARTICLES) ? "pages named one by one" : source.location());
        }
        if (!facts.licence().isEmpty()) {
            parts.add("licence " + facts.licence());
        }
        return String.join(" · ", parts);
    }

    private Optional<Node> problem(SourceRow row) {
        if (row.activityProperty().get() instanceof Activity.Failed(Problem what)) {
            var words = new VBox(2, Labels.wrapped(what.sentence(), "problem-sentence"));
            if (!what.next().isEmpty()) {
                words.getChildren().add(Labels.wrapped(what.next(), "problem-next"));
            }
            row.source().ifPresent(source -> words.getChildren().add(Labels.wrapped("What was read "
                    + Words.when(source.readMillis()) + " is still here.", "problem-next")));
            return Optional.of(box("problem", Icons.of(Feather.ALERT_OCTAGON, "icon-bad"), words));
        }
        if (row.activityProperty().get() instanceof Activity.Halted) {
            return Optional.of(box("hint", Icons.of(Feather.SQUARE),
                    Labels.wrapped("It was stopped. What was there before is as it was.", "t-soft")));
        }
        return row.source().map(source -> source.facts().problem()).filter(words -> !words.isEmpty())
                .map(words -> box("hint-warn", Icons.of(Feather.ALERT_TRIANGLE, "icon-warn"),
                        Labels.wrapped(SourceWords.capital(words) + ".", "t-warn")));
    }

    private static Node box(String style, Node icon, Region words) {
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(10, icon, words);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add(style);
        return box;
    }

    private static Node tiles(SourceDetail detail) {
        Source source = detail.source();
        boolean rows = source.kind() == Source.Kind.EXAMPLES;
        List<VBox> tiles = detail.imported().receipt().map(receipt -> List.of(tile("Read", receipt.read()),
                tile("Kept", receipt.kept()), tile("Refused", receipt.refused())))
                .orElseGet(() -> List.of(tile("Taken", source.taken()), tile("Skipped", source.skippedCount())));
        var line = new HBox(10);
        line.getChildren().addAll(tiles);
        if (source.facts().bytes() > 0 && !rows) {
            line.getChildren().add(Tile.compact("Size", new ReadOnlyStringWrapper(
                    SourceWords.size(source.facts().bytes()))));
        }
        line.getChildren().forEach(tile -> {
            HBox.setHgrow(tile, Priority.ALWAYS);
            ((Region) tile).setPrefWidth(100);
        });
        return line;
    }

    private static VBox tile(String name, int value) {
        return Tile.compact(name, new ReadOnlyStringWrapper(Words.number(value)));
    }

    private Node actions(SourceRow row, SourceDetail detail) {
        boolean rows = row.kind() == Source.Kind.EXAMPLES;
        var actions = new FlowPane(8, 8, small("show-source", rows ? "Show examples" : "Show documents",
                rows ? Feather.MESSAGE_SQUARE : Feather.FILE_TEXT, () -> model.show(detail.source())));
        Button again = small("refresh-source", rows ? "Import again…" : "Refresh", Feather.REFRESH_CW,
                () -> model.refresh(row));
        again.disableProperty().bind(model.session().writable().not());
        actions.getChildren().add(again);
        if (rows) {
            actions.getChildren().add(small("source-receipt", "Receipt", Feather.LIST,
                    () -> model.showReceipt(detail.source())));
        }
        return actions;
    }

    private static Button small(String id, String text, Feather icon, Runnable action) {
        return Buttons.small(Buttons.secondary(id, text, icon, action));
    }

    private List<Node> sections(SourceDetail detail) {
        var sections = new ArrayList<Node>();
        switch (detail.source().kind()) {
            case EXAMPLES -> sections.add(ImportSection.of(detail.imported()));
            case ARTICLES -> sections.add(new PagesSection(model, detail).root());
            case FOLDER, GITHUB, GIT -> {
                sections.add(new SkippedSection(detail, overlay).root());
                sections.add(paths(detail));
            }
        }
        if (detail.source().kind() != Source.Kind.EXAMPLES && !detail.rules().isEmpty()) {
            sections.add(new CleaningSection(model, detail, overlay).root());
        }
        return sections;
    }

    private Node paths(SourceDetail detail) {
        var include = detail.settings().include();
        var exclude = detail.settings().exclude();
        Button change = small("source-paths", "Change…", Feather.FILTER, view::askPaths);
        change.disableProperty().bind(model.session().writable().not());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(10, Labels.of("Which paths", "t-label"), gap, change);
        head.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(1, head, Labels.wrapped(include.isEmpty()
                ? "All paths"
                : "Only " + String.join(", ", include)));
        if (!exclude.isEmpty()) {
            words.getChildren().add(Labels.wrapped("not " + String.join(", ", exclude), "t-soft"));
        }
        return words;
    }

    private static Optional<Node> note(SourceFacts facts) {
        if (facts.note().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(box("privacy-note", Icons.of(Feather.SHIELD, "icon-good"),
                Labels.wrapped(facts.note(), "t-small", "t-soft")));
    }
}
