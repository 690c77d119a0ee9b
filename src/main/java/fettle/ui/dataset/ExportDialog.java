package fettle.ui.dataset;

import fettle.dataset.Export;
import fettle.dataset.Format;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Segmented;
import fettle.ui.session.Chooser;
import fettle.ui.session.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where the rows go, and how they are written.
final class ExportDialog {

    private final DatasetViewModel model;
    private final Overlay overlay;
    private final TextField folder;
    private final SimpleObjectProperty<Format> format = new SimpleObjectProperty<>(Format.OPENAI_CHAT);
    private final Button choose;

    ExportDialog(DatasetViewModel model, Overlay overlay, Chooser chooser) {
        this.model = model;
        this.overlay = overlay;
        folder = new TextField(model.exportFolder());
        folder.setId("export-folder");
        choose = Buttons.secondary("choose-folder", "Choose…", Feather.FOLDER,
                () -> chooser.folder("Export the dataset to").ifPresent(path -> folder.setText(path.toString())));
    }

    void show() {
        var formats = new Segmented<>("format", List.of(Format.values()), Format::word, format);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Sides sides = model.sidesProperty().get().orElse(Sides.NONE);
        String files = sides.validation() > 0 ? "train.jsonl, validation.jsonl" : "train.jsonl";
        var body = new VBox(10, Labels.whole("Format", "t-label"), formats.root(), Labels.whole("Folder", "t-label"),
                new HBox(8, folder, choose), Labels.wrapped(files + ", manifest.json with their digests, and a card."
                        + " Files of these names there are replaced.", "t-small", "t-soft"));
        Button write = Buttons.primary("write-export", "Export " + Words.count(sides.rows(), "row", "rows"),
                Feather.SHARE, this::write);
        write.disableProperty().bind(folder.textProperty().map(String::isBlank));
        overlay.showDialog(Dialog.of("Export the dataset", body, "", overlay, write), () -> {});
    }

    private void write() {
        try {
            Path target = Path.of(folder.getText().strip());
            overlay.close();
            model.export(format.get(), target, export -> told(export, target));
        } catch (InvalidPathException _) {
            folder.requestFocus();
        }
    }

    private void told(Export export, Path target) {
        int rows = export.files().stream().mapToInt(Export.WrittenFile::rows).sum();
        String left = export.leftOut().isEmpty()
                ? ""
                : " " + Words.count(export.leftOut().size(), "row was", "rows were")
                        + " left out; the manifest says why.";
        overlay.toast(Words.count(rows, "row is", "rows are") + " in " + target + "." + left, "", () -> {});
    }
}
