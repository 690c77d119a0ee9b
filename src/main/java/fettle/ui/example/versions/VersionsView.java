package fettle.ui.example.versions;

import fettle.example.RowVersion;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Pill;
import fettle.ui.control.Pill.Tone;
import fettle.ui.control.text.StyledArea;
import fettle.ui.example.versions.Comparison.TurnChange;
import fettle.ui.example.versions.VersionsViewModel.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the versions of one example: a list at the left, the chosen one against the present at the right.
public final class VersionsView {

    private final VersionsViewModel model;
    private final Overlay overlay;
    private final ListView<RowVersion> list = new ListView<>();
    private final VBox page = new VBox();
    private final Button restore;

    public VersionsView(VersionsViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        list.setId("versions");
        list.getStyleClass().add("version-list");
        list.setCellFactory(_ -> new VersionCell(model));
        list.setPlaceholder(Labels.wrapped("Nothing is known of it before now.", "t-soft"));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, version) -> choose(version));
        page.getStyleClass().add("version-page");
        restore = Buttons.primary("version-restore", "Restore this version", Feather.ROTATE_CCW, this::restore);
        model.stateProperty().subscribe(this::show);
        model.comparisonProperty().subscribe(this::show);
    }

    /// Opens over everything else.
    public void open(long id) {
        model.open(id);
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var body = new HBox(list, scroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox dialog = Dialog.of("Versions of example " + VersionsViewModel.number(id), body,
                "Green comes back and red goes if you restore it. That is a step, and can be undone.", overlay,
                restore);
        dialog.setId("versions-dialog");
        dialog.getStyleClass().add("versions-dialog");
        dialog.setMaxWidth(Region.USE_PREF_SIZE);
        dialog.addEventFilter(KeyEvent.KEY_PRESSED, this::key); // before the list takes Enter for itself
        overlay.showDialog(dialog, model::close);
        list.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && list.equals(list.getScene().getFocusOwner())
                && !restore.isDisabled()) {
            event.consume();
            restore();
        }
    }

    private void restore() {
        model.restore();
        overlay.close();
    }

    private void choose(RowVersion version) {
        if (version != null && version.step().number() != model.chosen()) {
            model.choose(version.step().number());
        }
    }

    private void show(State state) {
        if (!(state instanceof State.Shown(_, List<RowVersion> versions, _))) {
            list.getItems().clear();
            page.getChildren().clear();
            return;
        }
        list.getItems().setAll(versions);
    }

    private void show(Optional<Comparison> comparison) {
        restore.setDisable(comparison.isEmpty() || comparison.get().same() || !model.session().writable().get());
        page.getChildren().clear();
        comparison.ifPresent(shown -> {
            selectChosen();
            if (shown.same()) {
                page.getChildren().add(Labels.wrapped("This is the example as it stands.", "t-soft"));
            }
            shown.marks().forEach(mark -> page.getChildren().add(Labels.wrapped(mark, "t-soft")));
            shown.turns().forEach(turn -> page.getChildren().add(card(turn)));
        });
    }

    private void selectChosen() {
        for (RowVersion version : list.getItems()) {
            if (version.step().number() == model.chosen()) {
                list.getSelectionModel().select(version);
                return;
            }
        }
    }

    private static Node card(TurnChange turn) {
        var bar = new Region();
        bar.getStyleClass().addAll("role-bar", "role-" + colour(turn.role()));
        var head = new HBox(8, bar, Labels.whole(heading(turn.role()), "t-strong"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("turn-head");
        if (turn.changed()) {
            head.getChildren().add(Pill.of("differs", Tone.ACCENT));
        }
        var area = new StyledArea(turn.text(), true);
        area.paint(turn.text(), turn.styling());
        var body = new VBox(area.root());
        body.getStyleClass().add("turn-body");
        VBox card = Card.flush(head, body);
        card.getStyleClass().add("turn-card");
        if (turn.changed()) {
            card.getStyleClass().add("changed");
        }
        return card;
    }

    private static String heading(String role) {
        return role.isEmpty() ? "No role" : role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
    }

    private static String colour(String role) {
        return switch (role) {
            case "system", "developer" -> "system";
            case "user", "assistant", "tool" -> role;
            case "function" -> "tool";
            default -> "other";
        };
    }
}
