package fettle.project.folder;

import fettle.dataset.Release;
import fettle.dataset.ReleaseStore;
import fettle.example.BodyJson;
import fettle.example.Example;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStore;
import fettle.example.ExampleView;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Releases as folders `datasets/v1`, `datasets/v2`, …; a release is never changed once it is there.
public final class FolderReleases implements ReleaseStore {

    private static final int FORMAT = 1;

    private final Path datasets;
    private final String project;
    private final ExampleStore examples;

    /// `project` is the project's name, for the card.
    public FolderReleases(Path datasets, String project, ExampleStore examples) {
        this.datasets = datasets;
        this.project = project;
        this.examples = examples;
    }

    @Override
    public List<Release> releases() throws IOException {
        var releases = new ArrayList<Release>();
        for (Path folder : Folders.numbered(datasets, 'v')) {
            if (Files.exists(folder.resolve("manifest.json"))) {
                releases.add(release(folder, JsonFile.read(folder.resolve("manifest.json"))));
            }
        }
        return releases;
    }

    @Override
    public Release release(Progress progress) throws IOException, InterruptedException {
        ExampleView view = examples.view(ExampleQuery.KEPT);
        if (view.size() == 0) {
            throw new ExpectedException("empty", "There is no example to train on.",
                    "Import or generate examples, or take some back that were rejected.");
        }
        Sides present = write(view, new Sides(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()),
                progress);
        List<Release> before = releases();
        if (!before.isEmpty() && present.sameAs(before.getLast())) {
            return before.getLast();
        }
        Path folder = datasets.resolve(Folders.next(datasets, 'v'));
        Folders.make(folder, fresh -> fill(fresh, String.valueOf(folder.getFileName()), view, progress));
        return release(folder, JsonFile.read(folder.resolve("manifest.json")));
    }

    /// Both files of a release while they are written.
    private record Sides(HashedLines train, HashedLines validation) {

        Sides(OutputStream train, OutputStream validation) {
            this(new HashedLines(train), new HashedLines(validation));
        }

        boolean sameAs(Release release) {
            return train.sha256().equals(release.trainSha256())
                    && (validation.rows() == 0 ? "" : validation.sha256()).equals(release.validationSha256());
        }
    }

    private Sides write(ExampleView view, Sides sides, Progress progress) throws IOException, InterruptedException {
        for (int index = 0; index < view.size(); index++) {
            progress.stopIfCancelled();
            Optional<Example> example = examples.find(view.id(index));
            if (example.isPresent()) {
                boolean heldBack = view.row(index).split() == Side.VALIDATION;
                (heldBack ? sides.validation : sides.train).line(BodyJson.write(example.get().body()));
            }
            if (index % 100 == 0) {
                progress.report(index, view.size(), "Releasing");
            }
        }
        return sides;
    }

    private void fill(Path folder, String name, ExampleView view, Progress progress)
            throws IOException, InterruptedException {
        Path train = folder.resolve("train.jsonl");
        Path validation = folder.resolve("validation.jsonl");
        Sides written;
        try (OutputStream trainOut = HashedLines.open(train);
                OutputStream validationOut = HashedLines.open(validation)) {
            written = write(view, new Sides(trainOut, validationOut), progress);
        }
        if (written.validation.rows() == 0) {
            Files.delete(validation);
        }
        ObjectNode manifest = manifest(name, view, written);
        JsonFile.write(folder.resolve("manifest.json"), manifest);
        Files.write(folder.resolve("README.md"), card(name, written).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode manifest(String name, ExampleView view, Sides written) throws IOException {
        ObjectNode manifest = JsonFile.object().put("format", FORMAT).put("name", name)
                .put("created", Instant.now().toString()).put("layout", "openai-chat");
        manifest.putObject("rows").put("train", written.train.rows()).put("validation", written.validation.rows());
        var files = manifest.putArray("files");
        file(files.addObject(), "train.jsonl", written.train);
        if (written.validation.rows() > 0) {
            file(files.addObject(), "validation.jsonl", written.validation);
        }
        settings(manifest.putObject("settings"), view);
        return manifest;
    }

    private static void file(ObjectNode entry, String path, HashedLines lines) {
        entry.put("path", path).put("rows", lines.rows()).put("bytes", lines.bytes()).put("sha256", lines.sha256());
    }

    /// Which rows were taken, and how far they had come.
    private static void settings(ObjectNode settings, ExampleView view) throws IOException {
        settings.put("where", "status != rejected").put("order", "import");
        int approved = 0;
        int edited = 0;
        for (int index = 0; index < view.size(); index++) {
            ExampleRow row = view.row(index);
            approved += row.status() == fettle.example.ExampleStatus.APPROVED ? 1 : 0;
            edited += row.edited() ? 1 : 0;
        }
        settings.put("approved", approved).put("edited", edited);
    }

    /// A data set card as the Hugging Face hub reads it.
    private String card(String name, Sides written) {
        String held = written.validation.rows() == 0 ? "" : """
                  - split: validation
                    path: validation.jsonl
                """;
        return """
                ---
                task_categories:
                - text-generation
                configs:
                - config_name: default
                  data_files:
                  - split: train
                    path: train.jsonl
                %s---
                # %s, %s

                Conversations in OpenAI's chat layout, one JSON object a line: %s to train on, %s held back for
                validation. `manifest.json` holds the hash of each file.
                """.formatted(held, project, name, rows(written.train), rows(written.validation));
    }

    private static String rows(HashedLines lines) {
        return lines.rows() == 1 ? "1 row" : lines.rows() == 0 ? "none" : lines.rows() + " rows";
    }

    private static Release release(Path folder, ObjectNode manifest) throws IOException {
        if (manifest.path("format").asInt(0) > FORMAT) {
            throw new ExpectedException("newer-format", folder + " was written by a newer Fettle.", "Update Fettle.");
        }
        JsonNode rows = manifest.path("rows");
        return new Release(String.valueOf(folder.getFileName()), folder, rows.path("train").asInt(0),
                rows.path("validation").asInt(0), sha256(manifest, "train.jsonl"),
                sha256(manifest, "validation.jsonl"),
                Instant.parse(manifest.path("created").asString("1970-01-01T00:00:00Z")).toEpochMilli());
    }

    private static String sha256(ObjectNode manifest, String path) {
        for (JsonNode file : manifest.path("files")) {
            if (file.path("path").asString("").equals(path)) {
                return file.path("sha256").asString("");
            }
        }
        return "";
    }
}
