package fettle.ui.shell;

import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.ProblemBar;
import fettle.ui.session.Command;
import fettle.ui.session.Destination;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Draws the frame and shows one screen in it. Knows screens by their interface alone.
public final class ShellView {

    private final ShellViewModel model;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final StackPane stage = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final Overlay overlay;
    private @Nullable Screen shown;

    /// The screens share `overlay` for their dialogs; the frame becomes its base.
    public ShellView(ShellViewModel model, List<Screen> screens, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        screens.forEach(screen -> this.screens.put(screen.place(), screen));
        model.addPlaces(this.screens.keySet());
        addCommands();
        frame.setTop(new TopBar(model, this::openPalette, () -> run("history"), this::openKeys).root());
        frame.setLeft(new SideBar(model, this.screens.keySet()).root());
        var problem = new ProblemBar(model.session().problemProperty(), model::dismissProblem).root();
        VBox.setMargin(problem, new javafx.geometry.Insets(12, 20, 0, 20));
        stage.setAlignment(Pos.TOP_LEFT);
        stage.setMinSize(0, 0); // a screen that needs more room must not push the bars out of the window
        var middle = new BorderPane(stage);
        middle.setTop(new VBox(readOnlyLine(), problem));
        frame.setCenter(middle);
        frame.setBottom(new StatusBar(model).root());
        overlay.setBase(frame);
        listenToKeys();
        model.session().destinationProperty().subscribe(this::go);
    }

    /// The root of the scene.
    public Parent root() {
        return overlay.root();
    }

    private void go(Destination destination) {
        Screen screen = screens.get(destination.place());
        if (screen == null) {
            return;
        }
        if (shown != null && !shown.equals(screen)) {
            shown.leaving();
        }
        shown = screen;
        stage.getChildren().setAll(screen.root());
        screen.entered();
        if (!destination.detail().isEmpty()) {
            screen.show(destination.detail());
        }
    }

    private Node readOnlyLine() {
        var words = Labels.wrapped(model.readOnly());
        words.setId("read-only");
        var line = new HBox(Icons.of(Feather.LOCK, "icon-warn"), words);
        line.getStyleClass().add("notice");
        line.visibleProperty().bind(model.readOnly().map(sentence -> !sentence.isEmpty()));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private void addCommands() {
        model.session().commands().add(
                Command.of("palette", "Find anything", Feather.SEARCH, this::openPalette).keys("Shortcut+K"),
                Command.of("keys", "Show all keys", Feather.COMMAND, this::openKeys).keys("?"));
    }

    private void listenToKeys() {
        var strokes = new KeyStrokes(model.session().commands(), model.place()::getValue, System::currentTimeMillis);
        overlay.root().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (overlay.showingProperty().get()) {
                strokes.forget();
            } else {
                strokes.pressed(event);
            }
        });
        overlay.root().addEventFilter(KeyEvent.KEY_TYPED, strokes::typed);
    }

    private void openPalette() {
        new PaletteView(new PaletteViewModel(model.session()), overlay).show();
    }

    private void openKeys() {
        KeySheet.show(model.session(), overlay);
    }

    private void run(String commandId) {
        model.session().commands().find(commandId).ifPresent(command -> command.run().run());
    }
}
