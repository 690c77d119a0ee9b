package fettle.ui.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.Change;
import fettle.example.Example.Origin;
import fettle.example.NewExample;
import fettle.project.Project;
import fettle.ui.control.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Finding as it has to stand: facets, filter, completion, selection, views. The pictures lie in target/pictures.
@Tag("screen")
final class FindPicturesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"board,1440,900,100", "facets,1440,900,100", "completion,1440,900,100", "wrong,1440,900,100",
            "nothing,1440,900,100", "search,1440,900,100", "selection,1440,900,100", "columns,1440,900,100",
            "views,1440,900,100", "menu,1440,900,100", "help,1440,900,100", "board,1024,700,100",
            "board,1440,900,150", "wide,1440,900,100"})
    void drawsFindingLightAndDark(String what, int width, int height, int percent) throws Exception {
        for (Theme theme : Theme.values()) {
            try (Project project = Rows.project(folder.resolve(what + width + percent + theme), 120)) {
                fill(project);
                var desk = FindDesk.of(project, width, height, theme, percent);
                act(what, desk);
                String name = "find-%s-%dx%d-%d-%s".formatted(what, width, height, percent, theme);
                desk.picture(name);
                assertTrue(Files.size(Path.of("target/pictures", name + ".png")) > 10_000);
            }
        }
    }

    private static void act(String what, FindDesk desk) throws Exception {
        switch (what) {
            case "facets" -> facets(desk);
            case "completion" -> {
                desk.does(() -> desk.node("#filter-field").requestFocus());
                desk.does(() -> type(desk, "source = "));
                desk.until(() -> desk.scene.getRoot().lookupAll(".completion-row").size() > 4);
            }
            case "wrong" -> enter(desk, "status = draft and tokns 40..180");
            case "nothing" -> enter(desk, "status = rejected and tokens > 900");
            case "search" -> {
                desk.does(() -> ((TextField) desk.node("#example-search")).setText("spirit glass"));
                desk.press("#search-help-button");
                desk.press("#search-help-button");
                desk.until(() -> desk.scene.getRoot().lookupAll(".hit").size() > 3);
            }
            case "wide" -> wide(desk);
            case "help" -> desk.press("#search-help-button");
            case "selection" -> {
                enter(desk, "status = draft");
                desk.settle();
                desk.does(() -> desk.session.commands().find("select-everything").orElseThrow().run().run());
            }
            case "columns" -> desk.press("#columns");
            case "menu" -> desk.press("#facet-add");
            case "views" -> {
                enter(desk, "status = draft and tokens 40..180");
                desk.settle();
                desk.press("#views");
                desk.does(() -> ((TextField) desk.node("#view-name")).setText("Drafts of middle length"));
                desk.press("#view-save");
                desk.settle();
                enter(desk, "tag = clockwork");
                desk.settle();
                desk.press("#views");
            }
            default -> enter(desk, "status = draft and tokens 40..180");
        }
        desk.settle();
    }

    /// Many columns, two of them pinned, the others scrolled.
    private static void wide(FindDesk desk) throws Exception {
        desk.press("#columns");
        for (String column : List.of("system", "tags", "turns", "rating", "flagged", "finding")) {
            desk.press("#column-show-" + column);
        }
        desk.press("#column-pin-id");
        desk.press("#column-pin-question");
        desk.press("#columns");
        desk.settle();
        desk.does(() -> {
            desk.scene.getRoot().layout();
            ((javafx.scene.control.ScrollBar) desk.node("#examples > .scroll-bar")).setValue(220);
        });
    }

    private static void facets(FindDesk desk) throws Exception {
        for (String facet : List.of("supervision", "rating", "flagged", "split", "answer", "turns")) {
            desk.press("#facet-add");
            desk.press("#facet-add-" + facet);
            desk.settle();
        }
        for (String facet : List.of("tag", "finding")) {
            desk.press("#facet-fold-" + facet);
        }
        desk.press("#facet-all-source");
        desk.does(() -> type(desk, "source != lamp.md and rating = (\"\", 4)"));
        desk.does(() -> desk.node("#filter-field").fireEvent(new javafx.event.ActionEvent()));
    }

    private static void enter(FindDesk desk, String filter) throws Exception {
        desk.does(() -> {
            type(desk, filter);
            desk.node("#filter-field").fireEvent(new javafx.event.ActionEvent());
        });
    }

    private static void type(FindDesk desk, String words) {
        var field = (TextField) desk.node("#filter-field");
        field.setText(words);
        field.positionCaret(words.length());
    }

    /// Long names, ratings, findings.
    private static void fill(Project project) throws IOException, InterruptedException {
        var store = project.examples();
        try (var addition = store.add("Imported letters")) {
            for (int row = 0; row < 30; row++) {
                addition.add(new NewExample(Rows.chat(row % 2 == 0 ? "" : Rows.SYSTEM,
                        "What does letter " + row + " from the lighthouse board of the northern islands say?",
                        row % 4 == 0
                                ? "```\nnever closed " + row
                                : "It asks for {{number}} barrels of oil " + row + "."),
                        List.of("letters of the board of the northern islands"),
                        new Origin("archive/letters/1851/board-of-the-northern-islands-" + row % 9 + ".md", "", row, "",
                                "", "", "")));
            }
        }
        var changes = new ArrayList<Change>();
        for (long id = 1; id <= 60; id++) {
            if (id % 3 == 0) {
                changes.add(new Change.SetRating(id, (int) (id % 5) + 1));
            }
            if (id % 7 == 0) {
                changes.add(new Change.SetFlag(id, true));
            }
        }
        store.apply(changes, "Rated some");
        store.awaitCounts();
    }
}
