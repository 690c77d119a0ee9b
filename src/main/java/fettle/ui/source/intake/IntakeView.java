package fettle.ui.source.intake;

import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.WideButton;
import fettle.ui.session.Place;
import fettle.ui.session.Words;
import fettle.ui.source.intake.DialogFoot.Act;
import fettle.ui.source.intake.IntakeViewModel.Page;
import fettle.ui.source.intake.IntakeViewModel.State;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the import dialog over the window while there is one.
public final class IntakeView {

    private static final String PROMISE = "One step in the project’s history: it can be undone as a whole.";

    private final IntakeViewModel model;
    private final Overlay overlay;
    private final Label title = Labels.of("", "t-heading");
    private final Label note = Labels.of("", "t-soft");
    private final StackPane page = new StackPane();
    private final Summary summary;
    private final Waiting waiting;
    private final DialogFoot foot = new DialogFoot();
    private final VBox dialog;
    private Page drawn = new Page.Summary();
    private boolean shown;
    private boolean unfocused;

    public IntakeView(IntakeViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.summary = new Summary(model);
        this.waiting = new Waiting(model);
        HBox.setHgrow(page, Priority.ALWAYS);
        page.setMinSize(0, 0);
        var middle = new HBox(new FileList(model).root(), page);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        dialog = new VBox(head(), middle, foot.root());
        dialog.setId("intake");
        dialog.getStyleClass().addAll("dialog-layer", "intake");
        dialog.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.stateProperty().subscribe(this::drawState);
        model.files().addListener((ListChangeListener<FileItem>) _ -> draw());
        model.selectedProperty().addListener((_, _, _) -> draw());
        model.progressProperty().addListener((_, _, _) -> draw());
    }

    private HBox head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(60);
        note.setMinWidth(0);
        var head = new HBox(8, Icons.of(Feather.FILE, "icon-text"), title, note, gap,
                Buttons.icon("close-dialog", Feather.X, "Close", overlay::close));
        head.getStyleClass().add("dialog-head");
        return head;
    }

    /// Enter does what the dialog is for, wherever nothing else wants the key.
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof ButtonBase)
                && !(event.getTarget() instanceof WideButton) && !(event.getTarget() instanceof TextInputControl)) {
            foot.fire();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && !(event.getTarget() instanceof TextInputControl)) {
            model.back();
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.I) {
            foot.fireOther();
            event.consume();
        }
    }

    private void drawState(State state) {
        if (state instanceof State.Closed) {
            if (shown) {
                shown = false;
                overlay.close();
            }
            return;
        }
        draw();
        if (!shown) {
            shown = true;
            overlay.showDialog(dialog, () -> {
                if (shown) {
                    shown = false;
                    model.close();
                }
            });
        }
    }

    private void draw() {
        drawPage();
        if (unfocused && dialog.getScene() != null) {
            unfocused = false;
            focus();
        }
    }

    private void drawPage() {
        switch (model.stateProperty().get()) {
            case State.Closed() -> {}
            case State.Looking(var which) -> looking(which);
            case State.Importing() -> {
                head("Importing", "");
                put(waiting.root());
                waiting.show("Rows are coming in", "What came is in the project at once.");
                foot.show("It goes on when this is closed.", new Act("Close", overlay::close), Act.NONE,
                        new Act("Stop", model::stop));
            }
            case State.Stopped(var came) -> {
                head("Stopped", "");
                put(waiting.root());
                waiting.ask("Keep the " + Words.count(came, "example", "examples") + " that came, or drop "
                        + (came == 1 ? "it?" : "them?"));
                foot.show("", Act.NONE, new Act("Drop " + Words.number(came), () -> model.settle(false)),
                        new Act("Keep " + Words.number(came), () -> model.settle(true)));
            }
            case State.Stored(var source, var receipt, var which) -> {
                head(source.name(), "imported " + Words.when(source.readMillis()));
                if (which instanceof Page.Summary) {
                    summary.show(receipt);
                    put(summary.root());
                    drawn = which;
                } else {
                    other(which);
                }
                foot.show("", back(which), Act.NONE, receipt.kept() == 0
                        ? Act.NONE
                        : new Act("Show examples", this::showExamples));
            }
        }
    }

    private void showExamples() {
        overlay.close();
        model.session().goTo(Place.EXAMPLES);
    }

    private void looking(Page which) {
        var current = model.current();
        head(current.map(FileItem::name).orElse("Reading"), current.flatMap(FileItem::look).isPresent()
                ? "read, nothing is in the project yet"
                : "");
        if (which instanceof Page.Mapping(var mapping)) {
            other(which);
            foot.show(mapping.hint(), new Act("Back", model::back), Act.NONE,
                    new Act("Use this mapping", mapping.isWhole(), mapping::apply));
            return;
        }
        if (which instanceof Page.Places) {
            other(which);
        } else {
            drawn = which;
            summary(current);
        }
        String hindrance = model.hindrance();
        ImportCounts counts = model.counts();
        String second = counts.secondary();
        foot.show(hindrance.isEmpty() ? PROMISE : hindrance, back(which), second.isEmpty()
                ? Act.NONE
                : new Act(second, hindrance.isEmpty(), () -> model.bringIn(false)),
                new Act(counts.primary(), hindrance.isEmpty(), () -> model.bringIn(true)));
    }

    private void summary(java.util.Optional<FileItem> current) {
        if (current.isEmpty() || current.get().status() instanceof FileItem.Status.Waiting
                || current.get().status() instanceof FileItem.Status.Reading) {
            put(waiting.root());
            waiting.show("Reading to the end, to show what is there", "");
        } else if (current.get().status() instanceof FileItem.Status.Failed(var sentence, var next)) {
            put(waiting.root());
            waiting.fail(sentence, next);
        } else {
            summary.show(current.get());
            put(summary.root());
        }
    }

    private Act back(Page which) {
        return which instanceof Page.Summary
                ? new Act(model.stateProperty().get() instanceof State.Stored ? "Close" : "Cancel", overlay::close)
                : new Act("Back", model::back);
    }

    /// A page that is made anew each time it is opened.
    private void other(Page which) {
        if (which.equals(drawn)) {
            return;
        }
        drawn = which;
        Region made = switch (which) {
            case Page.Summary() -> summary.root();
            case Page.Places places -> new PlacesPage(places).root();
            case Page.Mapping(var mapping) -> new MappingPage(mapping, this::draw).root();
        };
        put(made);
    }

    private void put(Region which) {
        if (page.getChildren().size() != 1 || !page.getChildren().getFirst().equals(which)) {
            page.getChildren().setAll(which);
            which.applyCss(); // what scrolls is found, and takes the focus, only once it is dressed
            unfocused = true;
        }
    }

    /// Puts the focus where the next key is wanted, so that Enter is never the cross of the head.
    private void focus() {
        Node which = page.getChildren().getFirst();
        Node first = which.equals(summary.root()) ? summary.firstFocus() : which.lookup(".first-focus");
        if (first != null) {
            first.requestFocus();
        } else if (!which.equals(waiting.root())) {
            foot.focus();
        }
    }

    private void head(String words, String quiet) {
        title.setText(words);
        note.setText(quiet);
    }
}
