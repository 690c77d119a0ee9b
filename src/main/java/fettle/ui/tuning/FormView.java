package fettle.ui.tuning;

import fettle.tuning.Tuning;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.FoldingPane;
import fettle.ui.control.Labels;
import fettle.ui.control.ScreenHead;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What would be tuned, and how: the recipe on the left, what it means on the right.
final class FormView {

    private static final double NARROW = 900;
    private static final double NAMES = 10; // in widths of a letter

    private final TuningViewModel model;
    private final VBox root = new VBox();
    private final ObservableList<Tuning> tunings = FXCollections.observableArrayList();
    private final VBox facts = new VBox(0);
    private final VBox earlier;

    FormView(TuningViewModel model) {
        this.model = model;
        Button start = Buttons.primary("start-tuning", "Start tuning", Feather.PLAY, model::start);
        start.disableProperty().bind(Bindings.createBooleanBinding(
                () -> !model.form().complete().get() || model.baseProperty().get().isEmpty()
                        || !model.session().writable().get(),
                model.form().complete(), model.baseProperty(), model.session().writable()));
        earlier = Card.of(Card.head("Earlier tunings", Labels.of("", "t-small")),
                new EarlierTunings(tunings, model).root());
        var right = new VBox(14, Card.of(Card.head("What will be trained", Labels.of("")), facts), earlier);
        right.getStyleClass().add("tuning-side");
        var fields = new ScrollPane(recipe());
        fields.setFitToWidth(true);
        right.setId("tuning-side");
        var panes = new FoldingPane(fields, right, 14, NARROW, "What will be trained");
        var head = new ScreenHead("Tuning", new ReadOnlyStringWrapper("a model learns your examples on this machine"),
                panes.toggle(), start);
        var body = new StackPane(panes.root());
        body.getStyleClass().add("screen-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head.root(), body);
        model.knownProperty().subscribe(this::known);
        model.baseProperty().subscribe(_ -> facts());
        model.form().text(Setting.EPOCHS).subscribe(_ -> facts());
        model.form().text(Setting.STEPS).subscribe(_ -> facts());
    }

    VBox root() {
        return root;
    }

    private Node recipe() {
        var further = grid(Setting.FURTHER);
        var more = new javafx.scene.control.TitledPane("More settings", further);
        more.setId("more-settings");
        more.setExpanded(false);
        more.setAnimated(false);
        more.getStyleClass().add("more");
        var card = Card.of(Card.head("Recipe", Labels.of("the usual values; change what you know", "t-soft")), base(),
                Card.hairline(), grid(Setting.FIRST), more);
        return card;
    }

    private Node base() {
        var bases = FXCollections.<String>observableArrayList();
        model.knownProperty().subscribe(known -> {
            if (!bases.equals(known.bases())) {
                String chosen = model.baseProperty().get();
                bases.setAll(known.bases());
                model.baseProperty().set(chosen);
            }
        });
        var box = new ComboBox<>(bases);
        box.setId("base");
        box.setAccessibleText("Base model");
        box.valueProperty().bindBidirectional(model.baseProperty());
        box.setMaxWidth(Double.MAX_VALUE);
        var grid = columns();
        grid.add(name("Base model", grid), 0, 0);
        grid.add(box, 1, 0);
        grid.add(Labels.wrapped("It stays as it is; the tuned model is a new one beside it.", "t-small", "t-soft"), 2,
                0);
        return grid;
    }

    private GridPane grid(List<Setting> settings) {
        GridPane grid = columns();
        for (int row = 0; row < settings.size(); row++) {
            Setting setting = settings.get(row);
            Control field = field(setting);
            field.setId("setting-" + setting.name().toLowerCase(Locale.ROOT));
            field.setAccessibleText(setting.words());
            Label sentence = Labels.wrapped(setting.sentence(), "t-small");
            model.form().problem(setting).subscribe(problem -> {
                sentence.setText(problem.isEmpty() ? setting.sentence() : problem);
                sentence.getStyleClass().removeAll("t-soft", "t-bad");
                sentence.getStyleClass().add(problem.isEmpty() ? "t-soft" : "t-bad");
            });
            grid.add(name(setting.words(), grid), 0, row);
            grid.add(field, 1, row);
            grid.add(sentence, 2, row);
        }
        return grid;
    }

    /// The names of all grids are as wide as the longest of them, at any size of the text.
    private static Label name(String words, GridPane grid) {
        Label name = Labels.whole(words, "t-medium");
        grid.getColumnConstraints().getFirst().prefWidthProperty()
                .bind(name.fontProperty().map(font -> NAMES * font.getSize()));
        return name;
    }

    private Control field(Setting setting) {
        if (setting.choices().isEmpty()) {
            var field = new TextField();
            field.textProperty().bindBidirectional(model.form().text(setting));
            return field;
        }
        var box = new ComboBox<>(FXCollections.observableArrayList(setting.choices()));
        box.valueProperty().bindBidirectional(model.form().text(setting));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static GridPane columns() {
        var grid = new GridPane(14, 10);
        grid.getStyleClass().add("form-grid");
        var names = new ColumnConstraints(Region.USE_COMPUTED_SIZE);
        names.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints(150);
        fields.setPrefWidth(170);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields, words);
        return grid;
    }

    private void known(Known now) {
        tunings.setAll(now.tunings());
        earlier.setVisible(!now.tunings().isEmpty());
        earlier.setManaged(earlier.isVisible());
        facts();
    }

    private void facts() {
        Preview preview = model.knownProperty().get().preview();
        facts.getChildren().setAll(fact("Training rows", Words.number(preview.train())),
                fact("Validation rows", preview.split() ? Words.number(preview.validation()) : "split when it starts"),
                fact("Tokens a pass", "about " + Words.number(preview.tokens())),
                fact("of them trained", "about " + Words.number(preview.trainedTokens())),
                fact("Time", time(preview)));
    }

    private static HBox fact(String name, String value) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, Labels.whole(name, "t-soft"), gap, Labels.of(value, "t-medium"));
        row.getStyleClass().add("fact");
        return row;
    }

    private String time(Preview preview) {
        boolean byEpochs = model.form().text(Setting.STEPS).get().strip().equals("0");
        String epochs = model.form().text(Setting.EPOCHS).get();
        boolean readable = Setting.EPOCHS.problem(epochs).isEmpty();
        return model.knownProperty().get().pace()
                .filter(pace -> byEpochs && readable && pace.base().equals(model.baseProperty().get()))
                .map(pace -> Words.left(preview.seconds(Double.parseDouble(epochs.strip()), pace.tokensPerSecond()))
                        .replace(" left", ""))
                .orElse("known after the first steps");
    }
}
