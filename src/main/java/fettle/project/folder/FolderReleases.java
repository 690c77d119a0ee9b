package fettle.project.folder;

import fettle.dataset.DatasetCard;
import fettle.dataset.DatasetFiles;
import fettle.dataset.Export;
import fettle.dataset.Export.WrittenFile;
import fettle.dataset.ExportDataset;
import fettle.dataset.Format;
import fettle.dataset.Release;
import fettle.dataset.ReleaseStore;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStore;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Releases as folders `datasets/v1`, `datasets/v2`, …, each what an export writes. A release is never changed once it is
/// there.
public final class FolderReleases implements ReleaseStore {

    private static final String MANIFEST = "manifest.json";

    private final Path datasets;
    private final String project;
    private final ExampleStore examples;
    private final Function<Path, DatasetFiles> files;

    /// `project` is the project's name, for the card; `files` writes into a folder.
    public FolderReleases(Path datasets, String project, ExampleStore examples, Function<Path, DatasetFiles> files) {
        this.datasets = datasets;
        this.project = project;
        this.examples = examples;
        this.files = files;
    }

    @Override
    public List<Release> releases() throws IOException {
        var releases = new ArrayList<Release>();
        for (Path folder : Folders.numbered(datasets, 'v')) {
            if (Files.exists(folder.resolve(MANIFEST))) {
                releases.add(read(folder));
            }
        }
        return releases;
    }

    @Override
    public Release release(Progress progress) throws IOException, InterruptedException {
        Export present = export(DatasetFiles.NOWHERE, "").run(progress);
        List<Release> before = releases();
        if (!before.isEmpty() && isStill(present, before.getLast())) {
            return before.getLast();
        }
        Path folder = datasets.resolve(Folders.next(datasets, 'v'));
        Folders.make(folder, fresh -> export(files.apply(fresh), String.valueOf(folder.getFileName())).run(progress));
        return read(folder);
    }

    private ExportDataset export(DatasetFiles into, String name) {
        var card = new DatasetCard((project + " " + name).strip(), "", System.currentTimeMillis());
        return new ExportDataset(examples, ExampleQuery.KEPT, Format.OPENAI_CHAT, into, card);
    }

    private static boolean isStill(Export present, Release release) {
        return sha256(present.file("train.jsonl")).equals(release.trainSha256())
                && sha256(present.file("validation.jsonl")).equals(release.validationSha256());
    }

    private static String sha256(Optional<WrittenFile> file) {
        return file.map(WrittenFile::sha256).orElse("");
    }

    private static Release read(Path folder) throws IOException {
        ObjectNode manifest = JsonFile.read(folder.resolve(MANIFEST));
        if (manifest.path("version").asInt(0) > DatasetCard.VERSION) {
            throw new ExpectedException("newer-format", folder + " was written by a newer Fettle.", "Update Fettle.");
        }
        JsonNode train = file(manifest, "train.jsonl");
        JsonNode validation = file(manifest, "validation.jsonl");
        return new Release(String.valueOf(folder.getFileName()), folder, train.path("rows").asInt(0),
                validation.path("rows").asInt(0), train.path("sha256").asString(""),
                validation.path("sha256").asString(""),
                Instant.parse(manifest.path("created").asString("1970-01-01T00:00:00Z")).toEpochMilli());
    }

    private static JsonNode file(ObjectNode manifest, String path) {
        for (JsonNode file : manifest.path("files")) {
            if (file.path("path").asString("").equals(path)) {
                return file;
            }
        }
        return manifest.path("no such file");
    }
}
