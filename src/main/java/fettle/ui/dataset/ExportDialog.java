package fettle.ui.dataset;

import fettle.dataset.Export;
import fettle.dataset.Format;
import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Chooser;
import fettle.ui.session.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
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
        var formats = new ComboBox<>(FXCollections.observableArrayList(Format.values()));
        formats.setId("format");
        formats.setConverter(words());
        formats.setVisibleRowCount(Format.values().length);
        formats.valueProperty().bindBidirectional(format);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Sides sides = model.sidesProperty().get().orElse(Sides.NONE);
        var body = new VBox(10, Labels.whole("Format", "t-label"), formats, Labels.whole("Folder", "t-label"),
                new HBox(8, folder, choose),
                Labels.wrapped(format.map(chosen -> files(chosen, sides)), "t-small", "t-soft"));
        var about = Labels.wrapped("", "t-small", "t-soft");
        about.setId("export-about");
        about.textProperty().bind(format.map(ExportDialog::about));
        body.getChildren().add(2, about);
        Button write = Buttons.primary("write-export", "Export", Feather.SHARE, this::write);
        write.textProperty().bind(format.map(chosen -> switch (chosen) {
            case OPENAI_DPO -> "Export the pairs";
            case KTO -> "Export the labelled rows";
            default -> "Export " + Words.count(sides.rows(), "row", "rows");
        }));
        write.disableProperty().bind(folder.textProperty().map(String::isBlank));
        overlay.showDialog(Dialog.of("Export the dataset", body, "", overlay, write), () -> {});
    }

    private static String files(Format format, Sides sides) {
        String ending = format.ending();
        return (sides.validation() > 0 ? "train" + ending + ", validation" + ending : "train" + ending)
                + ", manifest.json with their digests, and a card. Files of these names there are replaced.";
    }

    private static StringConverter<Format> words() {
        return new StringConverter<>() {
            @Override
            public String toString(Format format) {
                return format.word();
            }

            @Override
            public Format fromString(String word) {
                throw new UnsupportedOperationException("Formats are chosen, not written.");
            }
        };
    }

    /// What a format is for, and what it leaves out.
    private static String about(Format format) {
        return switch (format) {
            case OPENAI_CHAT -> "Each row key for key as it came.";
            case PROMPT_COMPLETION, PROMPT_RESPONSE ->
                "One question with one answer; other rows are left out and named.";
            case OPENAI_DPO ->
                "Preference pairs: those that came in, and answers that were edited by hand, over what was generated. "
                        + "Rows without a pair are left out and named.";
            case ALPACA -> "Instruction, input and output, with the turns before as history; no tools.";
            case SHAREGPT -> "All turns with calls of tools, pairs and labels, as LLaMA-Factory reads them.";
            case TRL -> "Lists of messages for Hugging Face's TRL: pairs, labels, or answers alone, as most rows are.";
            case KTO ->
                "Conversations with a label, whether their answer is wanted; other rows are left out and named.";
            case CSV -> "A table of system, prompt and completion; longer rows are left out and named.";
        };
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
