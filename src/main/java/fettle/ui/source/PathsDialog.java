package fettle.ui.source;

import fettle.ui.control.Buttons;
import fettle.ui.control.Dialog;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.session.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks which paths of a source are taken; says how many documents that would be before it is done.
final class PathsDialog {

    private final SourcesViewModel model;
    private final SourceDetail detail;
    private final Overlay overlay;
    private final TextArea include;
    private final TextArea exclude;
    private final ObservableValue<SourceDetail.Taking> taking;

    PathsDialog(SourcesViewModel model, SourceDetail detail, Overlay overlay) {
        this.model = model;
        this.detail = detail;
        this.overlay = overlay;
        include = area("include-globs", detail.settings().include(), "docs/**\n*.md");
        exclude = area("exclude-globs", detail.settings().exclude(), "**/test/**");
        taking = Bindings.createObjectBinding(() -> detail.taking(lines(include), lines(exclude)),
                include.textProperty(), exclude.textProperty());
    }

    void show() {
        Button apply = Buttons.primary("apply-globs", "", Feather.REFRESH_CW, this::apply);
        apply.textProperty().bind(taking.map(now -> "Read again, take "
                + Words.count(now.taken(), "document", "documents")));
        apply.disableProperty().bind(Bindings.createBooleanBinding(() -> lines(include).equals(
                detail.settings().include()) && lines(exclude).equals(detail.settings().exclude()),
                include.textProperty(), exclude.textProperty()));
        Node words = Labels.wrapped(taking.map(now -> "%s of the %s that are known now would be taken.".formatted(
                Words.number(now.taken()), Words.count(now.known(), "document", "documents"))), "t-soft");
        words.setId("globs-count");
        var body = new VBox(8, Labels.of("Take only (one pattern a line; none for everything)", "t-label"), include,
                Labels.of("Leave out", "t-label"), exclude,
                Labels.wrapped("* stays within a name, ** goes across folders, a name without / means any folder.",
                        "t-small", "t-soft"),
                words);
        VBox dialog = Dialog.of("Paths of " + SourceWords.title(detail.source()), body,
                "A document that stays keeps its chunks.", overlay, Buttons.plain("cancel", "Cancel", overlay::close),
                apply);
        dialog.setId("paths-dialog");
        dialog.setMaxWidth(620);
        overlay.showDialog(dialog, () -> {});
        include.requestFocus();
    }

    private void apply() {
        overlay.close();
        model.decide(detail.source(), detail.settings().withGlobs(lines(include), lines(exclude)));
    }

    static TextArea area(String id, List<String> lines, String prompt) {
        var area = new TextArea(String.join("\n", lines));
        area.setId(id);
        area.setPromptText(prompt);
        area.setPrefRowCount(3);
        area.getStyleClass().add("t-mono");
        TabTravel.on(area);
        return area;
    }

    static List<String> lines(TextArea area) {
        return area.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
