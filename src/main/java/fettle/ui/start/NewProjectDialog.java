package fettle.ui.start;

import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks for the name of a new project and, if wanted, another place for it.
final class NewProjectDialog {

    private final StartViewModel model;
    private final Overlay overlay;
    private final TextField name = new TextField("my-project");
    private final SimpleObjectProperty<Path> parent;

    NewProjectDialog(StartViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.parent = new SimpleObjectProperty<>(model.home());
        name.setId("project-name");
        name.setOnAction(_ -> create());
    }

    void show() {
        Button create = Buttons.primary("create-project", "Make the project", Feather.FOLDER_PLUS, this::create);
        create.disableProperty().bind(name.textProperty().map(NewProjectDialog::unusable));
        var body = new VBox(Labels.of("Name", "t-label"), name, Labels.of("Place", "t-label"), placeRow());
        VBox dialog = Dialog.of("New project", body, "A project is a folder; it can be copied as one.", overlay,
                Buttons.plain("cancel", "Cancel", overlay::close), create);
        overlay.showDialog(dialog, () -> {});
        name.requestFocus();
        name.selectAll();
    }

    private HBox placeRow() {
        var path = Labels.of(parent.map(folder -> folder.resolve("").toString()), "t-mono", "t-soft");
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        path.setMinWidth(0);
        var row = new HBox(8, path, Buttons.small(Buttons.plain("choose-place", "Choose…", this::choosePlace)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void choosePlace() {
        model.chooser().folder("Where the project goes").ifPresent(parent::set);
    }

    private void create() {
        if (!unusable(name.getText())) {
            overlay.close();
            model.create(parent.get(), name.getText());
        }
    }

    private static boolean unusable(String text) {
        return text.isBlank() || text.contains("/") || text.contains("\\") || text.strip().equals("..");
    }
}
