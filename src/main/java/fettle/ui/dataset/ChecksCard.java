package fettle.ui.dataset;

import fettle.dataset.CheckKind;
import fettle.dataset.CheckReport;
import fettle.dataset.Finding;
import fettle.dataset.Repairs;
import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.Skeleton;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the checks found, each with the way to its rows.
final class ChecksCard {

    private final DatasetViewModel model;
    private final Label note = Labels.of("", "t-small", "t-soft");
    private final VBox findings = new VBox();
    private final VBox root;

    ChecksCard(DatasetViewModel model) {
        this.model = model;
        findings.setId("findings");
        var scroll = new ScrollPane(findings);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = Card.of(Card.head("Checks", note), Card.hairline(), scroll);
        root.setMinHeight(140);
        model.checksProperty().subscribe(this::show);
    }

    VBox root() {
        return root;
    }

    private void show(Optional<CheckReport> report) {
        if (report.isEmpty()) {
            note.setText("");
            findings.getChildren().setAll(Skeleton.rows(4));
            return;
        }
        int all = CheckKind.values().length;
        int found = (int) report.get().findings().stream().map(Finding::kind).distinct().count();
        note.setText("%d run, %d clean".formatted(all, all - found));
        var lines = new ArrayList<Node>(report.get().findings().stream().map(this::line).toList());
        lines.add(clean(report.get(), all - found));
        findings.getChildren().setAll(lines);
    }

    private Node line(Finding finding) {
        boolean error = finding.level() == Finding.Level.ERROR;
        var words = new VBox(1, Labels.wrapped(finding.message(), "t-medium"),
                Labels.wrapped(finding.fix(), "t-small", "t-soft"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(10, Icons.of(error ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE,
                error ? "icon-bad" : "icon-warn"), words);
        line.getStyleClass().add("finding");
        int rows = finding.examples().size();
        if (rows > 0) {
            Button show = Buttons.small(Buttons.plain("show-" + finding.id(),
                    rows == 1 ? "Show" : "Show " + Words.number(rows), () -> model.show(finding)));
            show.setAccessibleText("Show the rows: " + finding.message());
            line.getChildren().add(show);
            Repairs.of(finding.kind()).ifPresent(repair -> line.getChildren().add(repair(finding, repair)));
        }
        return line;
    }

    private Button repair(Finding finding, Repairs.Repair repair) {
        String verb = repair.does().equals("Reject") ? "Reject " : "Repair ";
        Button button = Buttons.small(Buttons.plain("repair-" + finding.id(),
                verb + Words.number(finding.examples().size()) + "…", () -> model.repair(finding)));
        button.setAccessibleText(repair.does() + " the rows: " + finding.message());
        button.disableProperty().bind(model.session().writable().not());
        return button;
    }

    private static Node clean(CheckReport report, int clean) {
        String words = report.findings().isEmpty()
                ? "All " + clean + " checks are clean: a trainer takes every row."
                : report.isValid() ? "No errors: a trainer takes every row." : clean + " checks found nothing.";
        var line = new HBox(10, Icons.of(Feather.CHECK_CIRCLE, "icon-good"), Labels.wrapped(words, "t-soft"));
        line.getStyleClass().add("finding");
        return line;
    }
}
