package fettle.ui.settings;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import fettle.ui.control.ScreenHead;
import fettle.ui.control.Segmented;
import fettle.ui.session.Appearance;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the settings: look, provider, network, keys, and where things lie.
public final class SettingsView implements Screen {

    private static final double WIDEST = 760;
    private static final int STEP = 10;

    private final SettingsViewModel model;
    private final VBox root;

    public SettingsView(SettingsViewModel model) {
        this.model = model;
        var cards = new VBox(14, look(), new ProviderCard(model).root(), network(),
                new KeysCard(model.session().commands()).root(), places());
        cards.setMaxWidth(WIDEST);
        cards.setPadding(new Insets(4, 20, 20, 20));
        var scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        root = new VBox(new ScreenHead("Settings", new ReadOnlyStringWrapper("Kept as you change them")).root(),
                scroll);
        root.setId("settings");
    }

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.refresh();
    }

    private Node look() {
        Appearance appearance = model.session().appearance();
        var theme = new Segmented<>("theme-choice", List.of(Appearance.Choice.values()), choice -> switch (choice) {
            case SYSTEM -> "Follow the system";
            case LIGHT -> "Light";
            case DARK -> "Dark";
        }, appearance.choiceProperty());
        var smaller = Buttons.icon("text-smaller", Feather.MINUS, "Smaller text", () -> appearance.resizeText(-STEP));
        var larger = Buttons.icon("text-larger", Feather.PLUS, "Larger text", () -> appearance.resizeText(STEP));
        smaller.disableProperty().bind(appearance.textPercentProperty().lessThanOrEqualTo(100));
        larger.disableProperty().bind(appearance.textPercentProperty().greaterThanOrEqualTo(200));
        var percent = Labels.of(appearance.textPercentProperty().map(now -> now + " %"), "t-strong",
                "settings-percent");
        percent.setId("text-percent");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        var size = new HBox(6, smaller, percent, larger);
        size.setAlignment(Pos.CENTER_LEFT);
        return Card.of(Card.head("Look", Labels.of("")), row("Theme", theme.root()), row("Text size", size));
    }

    private Node network() {
        var offline = new CheckBox("Offline: nothing leaves this machine");
        offline.setId("offline-setting");
        offline.selectedProperty().bindBidirectional(model.session().offlineProperty());
        offline.setMinHeight(Region.USE_PREF_SIZE);
        var log = Buttons.small(Buttons.secondary("open-network-log", "What went out…", Feather.LIST,
                () -> model.session().commands().find("network-log").ifPresent(command -> command.run().run())));
        return Card.of(Card.head("Network", Labels.of("")), offline, Labels.wrapped("Servers on this machine are still"
                + " asked, and tuning here goes on. Every call is written down with its host, purpose and size, never"
                + " its content.", "t-soft"), log);
    }

    private Node places() {
        ObservableValue<String> home = new ReadOnlyStringWrapper(model.desk().home().toString());
        return Card.of(Card.head("Where things lie", Labels.of("")),
                place("Settings, keys and logs", home), place("This project", model.projectFolder()),
                Labels.wrapped("A project is a folder like any other: copy it, back it up, hand it on. Keys are never"
                        + " in it. Set FETTLE_HOME to keep the rest elsewhere.", "t-soft"));
    }

    private static Node place(String name, ObservableValue<String> path) {
        var where = Labels.wrapped(path, "t-mono");
        return new VBox(2, Labels.of(name, "t-label"), where);
    }

    /// A name and its control; the control goes below where there is no room beside the name.
    static Node row(String name, Node control) {
        var label = Labels.of(name, "settings-name");
        var row = new FlowPane(12, 4, label, control);
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        return row;
    }
}
