package fettle.ui.example;

import fettle.ui.session.FxMoment;
import fettle.ui.example.editor.TurnsPane;
import fettle.ui.example.editor.Saving;
import fettle.ui.example.editor.EditorViewModel;
import fettle.ui.example.editor.Counting;
import fettle.ui.example.editor.EditorCommands;
import fettle.ui.example.editor.EditorState;
import fettle.ui.example.editor.EditorView;
import fettle.ui.example.ask.AskAction;
import fettle.ui.example.supervision.SupervisionPane;
import fettle.ui.example.supervision.SupervisionViewModel;
import fettle.example.SearchText;
import fettle.ui.example.spelling.Spelling;
import fettle.ui.example.spelling.SpellingViewModel;
import fettle.job.ExpectedException;
import fettle.ui.control.Buttons;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Overlay;
import fettle.ui.control.ScreenHead;
import fettle.ui.control.Skeleton;
import fettle.ui.example.ExamplesViewModel.State;
import fettle.ui.example.bulk.BulkMenu;
import fettle.ui.example.bulk.BulkViewModel;
import fettle.ui.example.bulk.Repairing;
import fettle.ui.example.facet.FacetPane;
import fettle.ui.example.filter.FieldValues;
import fettle.ui.example.filter.FilterBar;
import fettle.ui.example.filter.QueryModel;
import fettle.ui.example.table.ExampleTable;
import fettle.ui.example.review.Queue;
import fettle.ui.example.review.ReviewView;
import fettle.ui.example.review.ReviewViewModel;
import fettle.ui.example.versions.VersionsView;
import fettle.ui.example.versions.VersionsViewModel;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The examples screen: facets, table and editor, or the review.
public final class ExamplesScreen implements Screen {

    /// Narrower, and the facets fold away.
    private static final double ROOM_FOR_FACETS = 900;
    /// Narrower, and some buttons of the head are icons.
    private static final double ROOM_FOR_WORDS = 940;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final StackPane root = new StackPane();
    private final BorderPane list = new BorderPane();
    private final BorderPane desk = new BorderPane();
    private final ExamplesViewModel model;
    private final ReviewViewModel review;
    private final ExampleTools tools;
    private final Overlay overlay;
    private final TurnsPane turns;
    private final FacetPane facets;
    private final PlaceKeeping keeping;
    private final FilterBar filter;
    private final ExampleTable table;
    private final EditorView editor;
    private final ReviewView reviewView;
    private final BulkMenu bulk;
    private boolean folded;
    private boolean foldChosen;

    /// `overlay` shows what has just happened.
    public ExamplesScreen(Session session, Overlay overlay, ExampleTools tools) {
        this(session, overlay, tools, PlaceShelf.NONE);
    }

    /// The same; `places` remembers where the person stood in each project.
    public ExamplesScreen(Session session, Overlay overlay, ExampleTools tools, PlaceShelf places) {
        this.tools = tools;
        this.overlay = overlay;
        var saving = new Saving(session);
        var editing = new EditorViewModel(session, saving, new Counting(tools.tokens(), tools.tokenLimit()),
                FxMoment::new);
        editing.drafts().onSaying(this::say);
        this.model = new ExamplesViewModel(session, saving, editing, new QueryModel(FxMoment::new),
                this::say);
        this.review = new ReviewViewModel(session, editing, model.marks(),
                new Queue(model::filterLine, model::shownIds, model::select), System::currentTimeMillis);
        this.turns = new TurnsPane(editing, session, FxMoment::new, this::leaveText);
        var find = new Finding(session, model, tools, places);
        this.facets = new FacetPane(find.facets(), find.findings());
        this.filter = new FilterBar(model.query(), new FieldValues(session, model.query()), find.views(), this::fold);
        this.table = new ExampleTable(model.table(), turns::focusText);
        this.keeping = find.keeping();
        this.editor = new EditorView(editing, turns, model::move, FxMoment::new);
        var supervision = new SupervisionViewModel(session, tools.families(), editing::body);
        editor.addMode(new SupervisionPane(supervision, find.survey(supervision)));
        var ask = new AskAction(editing, turns::selected, tools.ask(), overlay, FxMoment::new);
        editor.addAction(ask.button());
        session.commands().add(ask.command());
        this.reviewView = new ReviewView(review, turns, tools.tokenLimit());
        var acting = new BulkViewModel(session, model.targets(), saving, editing::save, this::tell);
        this.bulk = new BulkMenu(acting, overlay, model::isBin, () -> model.narrow("bin = yes"));
        var same = Buttons.small(Buttons.secondary("edit-same", "Same elsewhere…", Feather.COPY, this::same));
        same.visibleProperty().bind(editing.edited().and(session.writable()));
        same.managedProperty().bind(same.visibleProperty());
        editor.addAction(same);
        session.commands().add(Command.of("bulk-same", "Do the same edit in other examples…", Feather.COPY, this::same)
                .in(Place.EXAMPLES).when(same.visibleProperty()));
        session.beforeClosing(() -> {
            editing.save();
            return saving.last();
        });
        session.beforeClosing(() -> {
            table.notePlace();
            return keeping.last();
        });
        session.beforeMoving(() -> {
            editing.save();
            return saving.settled();
        });
        build();
        new EditorCommands(editing, turns).add(editor, review.reviewing().not());
        addVersions(editing);
        new ExampleCommands(model, review).add(reviewView, this::editText, filter::focusSearch, this::generate);
        bulk.addCommands();
        editor.check(new SpellingViewModel(session, new Spelling(tools.dictionaries())));
        editor.searchProperty().bind(model.query().queryProperty().map(query -> searchText(query.search())));
        new FindCommands(model, filter, table).add(review.reviewing().not());
        model.stateProperty().subscribe(this::show);
        review.reviewing().subscribe(this::review);
    }

    @Override
    public Place place() {
        return Place.EXAMPLES;
    }

    @Override
    public Parent root() {
        return root;
    }

    /// Opens one example, by its number; asks before it repairs a finding (`repair KIND rows 1,2: name`); else shows picked rows, or those of a filter such as `status = draft`.
    @Override
    public void show(String detail) {
        review.end();
        Optional<Repairing> repairing = Repairing.of(detail);
        if (repairing.isPresent()) {
            model.narrow(repairing.get().rows().detail());
            bulk.repair(repairing.get().kind(), repairing.get().rows());
        } else if (detail.matches("\\d{1,18}")) {
            model.jump(Long.parseLong(detail));
        } else {
            model.narrow(detail);
        }
    }

    @Override
    public void entered() {
        if (!review.reviewing().get()) {
            table.requestFocus();
        }
    }

    /// Writes what was typed; the person goes elsewhere.
    @Override
    public void leaving() {
        table.notePlace();
        model.editor().save();
    }

    /// What is marked in the texts; a search that is wrong marks nothing.
    private static SearchText searchText(String typed) {
        try {
            return SearchText.parse(typed);
        } catch (ExpectedException wrong) {
            return SearchText.ALL;
        }
    }

    private void build() {
        Button begin = Buttons.primary("review-begin", "Review", Feather.PLAY, review::begin);
        begin.textProperty().bind(model.reviewWords());
        begin.disableProperty().bind(model.stateProperty().map(
                state -> !(state instanceof State.Shown(var rows, _, _)) || rows.isEmpty()));
        Button bring = importButton("import-examples");
        Button make = generateButton("generate-examples");
        list.setTop(new ScreenHead("Examples", model.note(), filter.search(), bring, make, bulk.root(), begin).ruled()
                .root());
        root.setMinWidth(0); // so that its width is the room there is
        root.widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() > 0 && width.doubleValue() < ROOM_FOR_WORDS * table.textScale();
            filter.search().pseudoClassStateChanged(NARROW, narrow);
            shorten(bring, narrow, "Import examples…");
            shorten(make, narrow, "Generate examples…");
        });
        var middle = new BorderPane(table.root());
        middle.setTop(filter.root());
        middle.getStyleClass().add("pane");
        middle.setMinWidth(260);
        var split = new SplitPane(middle, editor.root());
        split.setDividerPositions(0.53);
        SplitPane.setResizableWithParent(editor.root(), true);
        desk.setCenter(split);
        desk.setLeft(facets.root());
        desk.widthProperty().addListener(_ -> foldByWidth());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void addVersions(EditorViewModel editing) {
        var versions = new VersionsView(new VersionsViewModel(model.session(), this::say), overlay);
        Runnable open = () -> {
            if (editing.stateProperty().get() instanceof EditorState.Open(var example)) {
                editing.save();
                versions.open(example.id());
            }
        };
        editor.addAction(Buttons.small(Buttons.secondary("versions-open", "Versions", Feather.CLOCK, open)));
        model.session().commands().add(Command.of("example-versions", "Versions of the example", Feather.CLOCK, open)
                .keys("V").in(Place.EXAMPLES).when(review.reviewing().not()));
    }

    /// Where there is little room a button is its icon alone, and says what it does when the mouse is over it.
    private static void shorten(Button button, boolean narrow, String says) {
        button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        button.setTooltip(narrow ? new Tooltip(says) : null);
        button.setAccessibleText(says);
    }

    private Button importButton(String id) {
        Button button = Buttons.secondary(id, "Import…", Feather.DOWNLOAD, tools.importRows());
        button.disableProperty().bind(model.session().writable().not());
        return button;
    }

    private Button generateButton(String id) {
        Button button = Buttons.secondary(id, "Generate…", Feather.ZAP, this::generate);
        button.disableProperty().bind(model.session().writable().not());
        return button;
    }

    private void generate() {
        GenerateDialog.show(new GenerateViewModel(model.session(), tools.models(), this::say), overlay);
    }

    private void say(String sentence) {
        overlay.toast(sentence, "", () -> {});
    }

    /// What was edited by hand in the open example, in others too.
    private void same() {
        model.editor().save();
        if (model.editor().stateProperty().get() instanceof EditorState.Open(var example)) {
            example.generated().ifPresent(generated -> bulk.same(generated, model.editor().body()));
        }
    }

    private void tell(String sentence, boolean undoable) {
        overlay.toast(sentence + ".", undoable ? "Undo" : "", model::undo);
    }

    private void show(State state) {
        list.setCenter(switch (state) {
            case State.Loading() -> Skeleton.rows(8);
            case State.Empty() -> empty();
            case State.Shown(_, _, _) -> desk;
        });
    }

    private Node empty() {
        var state = EmptyState.of(Feather.MESSAGE_SQUARE, "No examples yet",
                "An example is a question with the answer that the model shall learn. Bring in a file of them, or let a "
                        + "model write them from your chunks.",
                importButton("empty-import"), generateButton("empty-generate"));
        VBox.setVgrow(state, Priority.ALWAYS);
        return state;
    }

    private void review(boolean on) {
        root.getChildren().setAll(on ? reviewView.root() : list);
        if (on) {
            reviewView.root().requestFocus();
        } else {
            editor.showPage();
            table.requestFocus();
        }
    }

    private void editText() {
        model.editor().modeProperty().set(EditorViewModel.WRITE);
        turns.focusText();
    }

    private void leaveText() {
        if (review.reviewing().get()) {
            review.stopEditing();
            reviewView.root().requestFocus();
        } else {
            table.requestFocus();
        }
    }

    private void fold() {
        foldChosen = true;
        folded = !folded;
        desk.setLeft(folded ? null : facets.root());
    }

    private void foldByWidth() {
        if (!foldChosen && desk.getWidth() > 0 && folded != desk.getWidth() < ROOM_FOR_FACETS * table.textScale()) {
            folded = !folded;
            desk.setLeft(folded ? null : facets.root());
        }
    }

    /// The second key of "again", for those who learnt that one.
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.Y && event.isShortcutDown()) {
            model.session().commands().find("redo").filter(redo -> redo.enabled().get())
                    .ifPresent(redo -> redo.run().run());
            event.consume();
        }
    }
}
