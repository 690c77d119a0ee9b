package fettle.ui.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.dataset.Format;
import fettle.dataset.Release;
import fettle.dataset.SplitSettings;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.Remarks;
import fettle.ui.Drawing;
import fettle.ui.MemoryProject;
import fettle.ui.NoChooser;
import fettle.ui.control.TokenChart;
import fettle.ui.session.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Tag("screen")
final class DatasetPicturesTest {

    @Test
    void drawsTheEmptyScreen() throws Exception {
        drawing(new MemoryProject()).shows("#dataset-to-examples").pictures("dataset-empty");
    }

    @Test
    void drawsChartChecksAndReleasesWithABrush() throws Exception {
        MemoryProject project = project(400);
        project.releases.add(new Release("v1", Path.of("datasets/v1"), 880, 0, "", "", 1_000_000));
        project.releases.add(new Release("v2", Path.of("datasets/v2"), 946, 237, "", "", System.currentTimeMillis()));
        Drawing drawing = drawing(project).shows("#token-chart");
        drawing.when(() -> ((VBox) drawing.scene().lookup("#findings")).getChildren().size() > 1)
                .when(() -> drawing.scene().lookup("#release") instanceof Button button
                        && button.getText().equals("Release v3"));
        drawing.then(() -> {
            var chart = (TokenChart) drawing.scene().lookup("#token-chart");
            for (int step = 0; step < 30; step++) {
                key(chart, KeyCode.RIGHT, step > 17);
            }
        });
        drawing.pictures("dataset");
        drawing.then(() -> ((Button) drawing.scene().lookup("#export")).fire()).pictures("dataset-export");
        drawing.then(() -> formats(drawing).getSelectionModel().select(Format.OPENAI_DPO))
                .pictures("dataset-export-pairs");
    }

    @Test
    void aFilterNamesTheBrushedRange() {
        assertEquals("assistantTokens >= 100 and assistantTokens <= 249",
                DatasetViewModel.filter(new TokenChart.Brush(100, 250, 9), Lengths.Measure.ASSISTANT));
        assertEquals(0.2, SplitSettings.DEFAULT.validation());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Format> formats(Drawing drawing) {
        return (ComboBox<Format>) drawing.scene().lookup("#format");
    }

    private static void key(TokenChart chart, KeyCode code, boolean shift) {
        chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private static Drawing drawing(MemoryProject project) throws Exception {
        return Drawing.of(project, Place.DATASET, (session, overlay) -> new DatasetScreen(session, overlay,
                (_, _, _) -> {
                    throw new UnsupportedOperationException();
                }, new NoChooser()));
    }

    private static MemoryProject project(int rows) {
        var random = new SplittableRandom(7);
        var project = new MemoryProject();
        for (int row = 1; row <= rows; row++) {
            double bump = row % 4 == 0 ? 900 : 400;
            int words = (int) Math.max(20,
                    bump + (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5)
                            * 330);
            var body = (ObjectNode) JsonMapper.shared().readTree("{\"messages\":[{\"role\":\"user\",\"content\":\"Why "
                    + row % 380 + "?\"},{\"role\":\"assistant\",\"content\":\"" + "so it is ".repeat(words / 3)
                    + (row % 50 == 0 ? "```" : "") + "\"}]}");
            project.examples.add(new Example(row, body, ExampleStatus.APPROVED, List.of(), Optional.empty(),
                    Example.Origin.UNKNOWN, Remarks.NONE));
        }
        return project;
    }
}
