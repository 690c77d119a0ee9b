package fettle.ui.source.intake;

import fettle.example.FilePreview;
import fettle.example.Shape;
import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.Labels;
import fettle.ui.control.MenuList;
import fettle.ui.control.WideButton;
import fettle.ui.source.intake.MappingViewModel.Column;
import fettle.ui.source.intake.MappingViewModel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Columns at the left, the parts of an example at the right, and below what becomes of the first rows.
final class MappingPage {

    private final MappingViewModel model;
    private final Runnable changed;
    private final VBox roles = new VBox(6);
    private final List<RoleField> fields = new ArrayList<>();
    private final ExampleCards cards = new ExampleCards();
    private final Label evidence = Labels.wrapped("", "t-soft");
    private final Button shape = Buttons.plain("mapping-shape", "", this::listShapes, "pill-button", "on");
    private final MenuList shapes = new MenuList();
    private final DropDown drop = new DropDown(shape, shapes.root(), shapes::clear);
    private final ScrollPane root;
    private Optional<RoleField> last = Optional.empty();

    /// `changed` runs when something was chosen.
    MappingPage(MappingViewModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        shape.setMnemonicParsing(false);
        evidence.setId("mapping-evidence");
        var left = new VBox(6, Labels.of("Columns of the file", "t-label"), scroll(columns()));
        left.getStyleClass().add("mapping-columns");
        left.setMinWidth(0);
        var right = new VBox(6, Labels.of("What an example is made from", "t-label"), scroll(roles));
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        var both = new HBox(20, left, right);
        both.setMinHeight(140);
        VBox.setVgrow(both, Priority.ALWAYS);
        both.prefHeightProperty().bind(Bindings.size(model.roles()).multiply(40).add(60));
        var body = new VBox(head(), evidence, both, cards.root());
        body.getStyleClass().addAll("dialog-body", "intake-body");
        root = new ScrollPane(body);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("intake-scroll");
        model.roles().addListener((ListChangeListener<Role>) _ -> drawRoles());
        drawRoles();
        model.previewProperty().subscribe(this::draw);
    }

    Region root() {
        return root;
    }

    private Node head() {
        Button recognised = Buttons.small(Buttons.secondary("mapping-reset", "As recognised", Feather.ROTATE_CCW,
                model::asRecognised));
        Button turns = Buttons.small(Buttons.secondary("mapping-turns", "Further turns", Feather.PLUS,
                model::addTurns));
        var head = new FlowPane(8, 6, shape, recognised, turns);
        head.setMinHeight(Region.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Region columns() {
        var list = new VBox();
        for (Column column : model.columns()) {
            var words = new VBox(1, Labels.of(column.name(), "t-medium"));
            String samples = String.join(" · ", column.samples());
            Label sample = Labels.of(samples.isEmpty() ? "empty in the first rows" : samples, "t-small", "t-soft");
            sample.setEllipsisString("…");
            words.getChildren().add(sample);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setPrefWidth(0);
            var row = WideButton.row("map-column-" + column.name(), "Use the column " + column.name(), words,
                    () -> last.or(() -> fields.stream().filter(field -> field.field().getText().isBlank()).findFirst())
                            .ifPresent(field -> field.insert(column.name())));
            row.getStyleClass().add("mapping-column");
            list.getChildren().add(row);
        }
        return list;
    }

    private static ScrollPane scroll(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(60);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void drawRoles() {
        Optional<String> focused = fields.stream().filter(field -> field.field().isFocused()).findFirst()
                .map(field -> field.field().getId());
        fields.clear();
        last = Optional.empty();
        List<String> names = model.columns().stream().map(Column::name).toList();
        for (Role role : model.roles()) {
            var field = new RoleField(role, names);
            field.field().focusedProperty().addListener((_, _, now) -> {
                if (now) {
                    last = Optional.of(field);
                }
            });
            field.field().setOnAction(_ -> model.apply());
            if (role.key().equals("user")) {
                field.field().getStyleClass().add("first-focus");
            }
            fields.add(field);
        }
        roles.getChildren().setAll(fields.stream().map(RoleField::root).toList());
        fields.stream().filter(field -> focused.filter(field.field().getId()::equals).isPresent()).findFirst()
                .ifPresent(field -> {
                    field.field().requestFocus();
                    field.field().end();
                });
    }

    private void draw(FilePreview file) {
        evidence.setText(model.evidence());
        shape.setText(FactWords.shape(file));
        cards.show(file.examples());
        changed.run();
    }

    private void listShapes() {
        drop.close();
        shapes.heading("What the rows are");
        row("recognised", "As recognised", Optional.empty());
        for (Shape each : Shape.values()) {
            if (each != Shape.MAPPED) {
                row(each.word(), each.word(), Optional.of(each));
            }
        }
        drop.show();
        shapes.focusFirst();
    }

    private void row(String id, String words, Optional<Shape> wanted) {
        boolean chosen = !model.isOwn() && model.shapeProperty().get().equals(wanted);
        MenuList.choose(shapes.row("shape-" + id, chosen ? Feather.CHECK : Feather.CIRCLE, words, "", () -> {
            drop.close();
            model.take(wanted);
            shape.requestFocus();
        }), chosen);
    }
}
