package fettle.app;

import fettle.chunk.CutDocuments;
import fettle.chunk.CutSettings;
import fettle.document.CleanDocuments;
import fettle.document.CollectDocuments;
import fettle.document.Collector;
import fettle.document.Document;
import fettle.document.PageReader;
import fettle.example.KeptImport;
import fettle.example.RowReader;
import fettle.job.ExpectedException;
import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.source.SourceStore;
import fettle.ui.chunk.Cutting;
import fettle.ui.document.PageWork;
import fettle.ui.source.Access;
import fettle.ui.source.Address;
import fettle.ui.source.Intake;
import fettle.ui.source.RowFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The work that the first screens start, on the project that is open.
final class PathWork implements Intake, PageWork, Cutting {

    private final List<Collector> collectors;
    private final RowReader rows;
    private final PageReader pages;
    private final TokenPlace access;

    PathWork(List<Collector> collectors, RowReader rows, PageReader pages, TokenPlace access) {
        this.collectors = List.copyOf(collectors);
        this.rows = rows;
        this.pages = pages;
        this.access = access;
    }

    @Override
    public Work<Source> documents(Project project, List<String> locations, Optional<SourceSettings> settings) {
        var collect = new CollectDocuments(collectors, project.shelf(), locations, settings);
        return progress -> collect.run(progress).source();
    }

    @Override
    public Work<Integer> changes(Project project, Source source) {
        return progress -> {
            Optional<Collector> collector = collectors.stream().filter(one -> one.kind() == source.kind()).findFirst();
            if (collector.isEmpty()) {
                return fileChanges(project, source);
            }
            String memory = project.sources().recall(source.id(), SourceStore.Topic.VISIT).orElse("");
            return collector.get().changes(new Collector.Visit(source.location(), List.of(), project.sources()
                    .settings(source.id()), project.documents().uncleaned(source.id()), memory, project.captures()),
                    progress);
        };
    }

    private int fileChanges(Project project, Source source) throws IOException {
        Path file = Path.of(source.location());
        Optional<KeptImport> kept = KeptImport.of(project.sources(), source.id());
        if (kept.isEmpty()) {
            return 0; // imported before this was remembered
        }
        return switch (kept.get().state(rows, file)) {
            case AS_IT_WAS -> 0;
            case CHANGED -> 1;
            case GONE -> throw new ExpectedException("not-found", file + " is no longer there.",
                    "Its examples stay. Put the file back, or remove the source.");
        };
    }

    @Override
    public Work<Source> clean(Project project, Source source, SourceSettings settings) {
        var clean = new CleanDocuments(project.shelf(), source.id(), settings.cleaning());
        return progress -> clean.run(progress).source();
    }

    @Override
    public Work<List<Address>> recognise(List<String> lines) {
        return progress -> {
            var found = new ArrayList<Address>();
            for (String line : lines) {
                progress.stopIfCancelled();
                found.add(recognise(line));
            }
            return found;
        };
    }

    private Address recognise(String line) {
        Optional<Collector> collector = collectors.stream().filter(one -> one.accepts(line)).findFirst();
        if (collector.isEmpty()) {
            return new Address(line, Optional.empty(), "", "Fettle does not know this kind of address.");
        }
        try {
            String location = collector.get().sourceOf(line);
            boolean rowFile = collector.get().kind() == Source.Kind.FOLDER && RowFile.holdsRows(Path.of(location));
            return new Address(line, Optional.of(rowFile ? Source.Kind.EXAMPLES : collector.get().kind()), location,
                    "");
        } catch (ExpectedException refused) {
            return new Address(line, Optional.of(collector.get().kind()), "", refused.getMessage());
        }
    }

    @Override
    public Work<Access> access() {
        return _ -> access.find();
    }

    @Override
    public Work<PageReader.Reading> read(Project project, Document document, String choice) {
        return _ -> {
            byte[] html = project.captures().find(document.capture().raw())
                    .orElseThrow(() -> new ExpectedException("not-found", "The page of " + document.title()
                            + " was captured and is no longer in the project’s folder.", "Refresh its source."));
            return pages.read(html, document.capture().address(), choice);
        };
    }

    @Override
    public Optional<String> refusal(String choice) {
        return pages.refusal(choice);
    }

    @Override
    public Work<Source> choose(Project project, Document document, String choice) {
        return progress -> {
            SourceSettings settings = project.sources().settings(document.sourceId());
            Map<String, String> choices = new LinkedHashMap<>(settings.choices());
            choices.put(document.capture().address(), choice);
            return new CollectDocuments(collectors, project.shelf(), List.of(document.capture().address()),
                    Optional.of(settings.withChoices(choices))).run(progress).source();
        };
    }

    @Override
    public Work<Integer> cut(Project project, CutSettings settings) {
        var cut = new CutDocuments(project.documents(), project.chunks(), settings);
        return progress -> {
            int chunks = cut.run(progress).chunks();
            project.save(project.settings().withCut(settings));
            return chunks;
        };
    }
}
