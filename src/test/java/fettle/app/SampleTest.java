package fettle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.FolderCollector;
import fettle.collect.rows.RowFiles;
import fettle.dataset.CheckDataset;
import fettle.dataset.CheckReport;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleView;
import fettle.job.Progress;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.token.Encoding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleTest {

    @TempDir
    private Path home = Path.of("");

    private Sample sample() {
        return new Sample(new Projects(Encoding.DEFAULT), new FolderCollector(), new RowFiles());
    }

    @Test
    void bringsTheManualAndSixtyQuestionsOfWhichTwentyAreHeldBack() throws Exception {
        try (Project project = sample().open(home, Progress.UNWATCHED)) {
            assertEquals(10, project.documents().documents().size());
            assertTrue(project.chunks().chunks().size() > 10);
            List<ExampleRow> rows = rows(project);
            assertEquals(60, rows.size());
            assertEquals(40, rows.stream().filter(row -> row.split() == Side.TRAIN).count());
            assertEquals(20, rows.stream().filter(row -> row.split() == Side.VALIDATION).count());
        }
    }

    @Test
    void heldBackAreOtherPhrasingsOfFactsThatAreTrained() throws Exception {
        try (Project project = sample().open(home, Progress.UNWATCHED)) {
            List<ExampleRow> rows = rows(project);
            List<String> trained = rows.stream().filter(row -> row.split() == Side.TRAIN).map(ExampleRow::answer)
                    .toList();
            List<String> questions = rows.stream().map(ExampleRow::question).distinct().toList();
            assertEquals(60, questions.size());
            rows.stream().filter(row -> row.split() == Side.VALIDATION)
                    .forEach(row -> assertTrue(trained.contains(row.answer()), row.question()));
        }
    }

    @Test
    void passesEveryCheck() throws Exception {
        try (Project project = sample().open(home, Progress.UNWATCHED)) {
            CheckReport report = new CheckDataset(project.examples(), Encoding.DEFAULT, 4096).run(Progress.UNWATCHED);
            assertEquals(List.of(), report.findings());
        }
    }

    @Test
    void isMadeOnceAndKeepsWhatThePersonDid() throws Exception {
        try (Project project = sample().open(home, Progress.UNWATCHED)) {
            project.examples().apply(List.of(new fettle.example.Change.Delete(project.examples()
                    .view(ExampleQuery.ALL).id(0))), "Deleted an example");
        }
        try (Project project = sample().open(home, Progress.UNWATCHED)) {
            assertEquals(59, project.examples().size());
        }
        try (var entries = Files.list(home)) {
            assertEquals(List.of("sample", "sample-sources"),
                    entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList());
        }
    }

    private static List<ExampleRow> rows(Project project) throws Exception {
        ExampleView view = project.examples().view(ExampleQuery.ALL);
        var rows = new ArrayList<ExampleRow>();
        for (int i = 0; i < view.size(); i++) {
            rows.add(view.row(i));
        }
        return rows;
    }
}
