package fettle.app;

import fettle.chunk.CutDocuments;
import fettle.chunk.CutSettings;
import fettle.document.CollectDocuments;
import fettle.document.Collector;
import fettle.example.Change;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.RowReader;
import fettle.job.Progress;
import fettle.project.Project;
import fettle.project.Projects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The bundled sample: Fettle's manual as documents, sixty questions about it as examples, twenty of them held back.
public final class Sample {

    private static final String ASSETS = "/fettle/assets/";
    private static final String TRAINED = "questions.jsonl";
    private static final String HELD_BACK = "held-back.jsonl";
    private static final String FAULTY = "workshop-faq.csv";
    private static final CutSettings CUT = new CutSettings(200, CutSettings.By.STRUCTURE, "o200k_base");

    private final Projects projects;
    private final Collector collector;
    private final RowReader rows;

    /// `collector` reads folders of documents, `rows` files of examples.
    public Sample(Projects projects, Collector collector, RowReader rows) {
        this.projects = projects;
        this.collector = collector;
        this.rows = rows;
    }

    /// Opens the person's copy of the sample below `home`; makes it on the first call. What was made is swapped in as a
    /// whole, so there is never half a sample.
    public Project open(Path home, Progress progress) throws Exception {
        Path folder = home.resolve("sample");
        if (!Projects.isProject(folder)) {
            Files.createDirectories(home);
            Path fresh = Files.createTempDirectory(home, ".sample");
            try (Project project = projects.create(fresh)) {
                project.save(project.settings().withName("sample").withCut(CUT));
                fill(project, unpacked(home.resolve("sample-sources")), progress);
            }
            Files.move(fresh, folder);
        }
        return projects.open(folder);
    }

    private void fill(Project project, Path sources, Progress progress) throws Exception {
        progress.report(0, 4, "Reading the manual");
        new CollectDocuments(List.of(collector), project.shelf(), sources.resolve("manual").toString())
                .run(progress);
        progress.report(1, 4, "Cutting it into chunks");
        new CutDocuments(project.documents(), project.chunks(), CUT).run(Progress.UNWATCHED);
        progress.report(2, 4, "Importing the questions");
        List<Path> files = List.of(sources.resolve(TRAINED), sources.resolve(HELD_BACK));
        new ImportExamples(project.examples(), project.sources(), rows, files, ImportSettings.RECOGNISE)
                .run(Progress.UNWATCHED);
        progress.report(3, 4, "Holding back every third phrasing");
        holdBack(project.examples());
        project.examples().awaitCounts();
    }

    private static void holdBack(ExampleStore examples) throws IOException {
        ExampleView view = examples.view(ExampleQuery.ALL);
        var changes = new ArrayList<Change>();
        for (int i = 0; i < view.size(); i++) {
            boolean heldBack = view.row(i).source().endsWith(HELD_BACK);
            changes.add(new Change.SetSplit(view.id(i), heldBack ? Side.VALIDATION : Side.TRAIN));
        }
        examples.apply(changes, "Held back 20 questions: other phrasings of facts that are trained");
    }

    /// The sample's sources as files, for they are read as anybody's files are.
    private static Path unpacked(Path folder) throws IOException {
        Path manual = Files.createDirectories(folder.resolve("manual"));
        for (String chapter : chapters()) {
            unpack("manual/" + chapter, manual.resolve(chapter));
        }
        unpack("sample/" + TRAINED, folder.resolve(TRAINED));
        unpack("sample/" + HELD_BACK, folder.resolve(HELD_BACK));
        return folder;
    }

    /// A small file of rows with faults, as a file of the person's below `home`: what the import dialog is for.
    static Path faulty(Path home) throws IOException {
        Path file = Files.createDirectories(home.resolve("sample-sources")).resolve(FAULTY);
        unpack("sample/" + FAULTY, file);
        return file;
    }

    private static List<String> chapters() throws IOException {
        try (InputStream contents = asset("manual/contents.txt")) {
            Stream<String> lines = new String(contents.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }

    private static void unpack(String asset, Path file) throws IOException {
        try (InputStream in = asset(asset)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static InputStream asset(String name) throws IOException {
        InputStream in = Sample.class.getResourceAsStream(ASSETS + name);
        if (in == null) {
            throw new IOException("This build of Fettle lacks " + name + ".");
        }
        return in;
    }
}
