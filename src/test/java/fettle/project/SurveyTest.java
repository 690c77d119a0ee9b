package fettle.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.example.BodyJson;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStatus;
import fettle.example.NewExample;
import fettle.job.Progress;
import fettle.token.Encoding;
import fettle.tuning.supervision.Family;
import fettle.tuning.supervision.Supervision.Verdict;
import fettle.tuning.supervision.SupervisionSurvey;
import fettle.tuning.supervision.SurveyColumns;
import fettle.tuning.supervision.SurveySupervision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the columns say of all rows is what each row says of itself.
final class SurveyTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void columnsAndRowsAgree() throws Exception {
        try (Project project = new Projects(Encoding.DEFAULT).create(folder.resolve("p"))) {
            try (var addition = project.examples().add("Imported")) {
                for (int row = 0; row < 60; row++) {
                    addition.add(new NewExample(BodyJson.read(row(row)), List.of(), Example.Origin.UNKNOWN));
                }
            }
            project.examples().apply(List.of(new Change.SetStatus(7, ExampleStatus.REJECTED)), "Rejected one");
            for (int limit : new int[]{1, 20, 60, 120, 100_000}) {
                var family = new Family.Hosted("x", "x", Encoding.DEFAULT, limit);
                same(new SurveyColumns(project.examples(), ExampleQuery.KEPT, family).run(Progress.UNWATCHED),
                        new SurveySupervision(project.examples(), ExampleQuery.KEPT, family).run(Progress.UNWATCHED));
            }
            project.examples().derive("supervision", new SurveyColumns(project.examples(), ExampleQuery.KEPT,
                    new Family.Hosted("x", "x", Encoding.DEFAULT, 60)).run(Progress.UNWATCHED).rowsByValue());
            assertEquals(59, project.examples().facets(ExampleQuery.KEPT, List.of("supervision")).choices()
                    .getOrDefault("supervision", List.of()).stream().filter(choice -> !choice.value().isEmpty())
                    .mapToInt(choice -> choice.count()).sum());
        }
    }

    private static void same(SupervisionSurvey columns, SupervisionSurvey rows) {
        for (Verdict verdict : Verdict.values()) {
            assertArrayEquals(rows.ids(verdict), columns.ids(verdict), verdict + " at " + rows.family().limit());
        }
        assertEquals(rows.sentence(), columns.sentence());
    }

    private static String row(int row) {
        String question = "Why? ".repeat(row % 7 * 5 + 1);
        String weight = row % 5 == 3 ? ",\"weight\":0" : "";
        String second = row % 4 == 2
                ? ",{\"role\":\"user\",\"content\":\"And?\"},{\"role\":\"assistant\",\"content\":\"That. And this.\"}"
                : "";
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"},{\"role\":\"assistant\"" + weight
                + ",\"content\":\"" + "Because of it. ".repeat(row % 6 * 3) + "\"}" + second + "]}";
    }
}
