package fettle.cli;

import fettle.document.CollectDocuments;
import fettle.document.Collector;
import fettle.job.ExpectedException;
import fettle.project.Project;
import fettle.source.Skipped;
import fettle.source.Source;
import fettle.source.SourceSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "collect", description = "Brings documents in.")
final class CollectCommand extends ProjectCommand {

    private static final int SHOWN = 20;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SOURCE", description = {
            "github:owner/repo[@ref], git:ADDRESS, https://… for a page, or a folder.",
            "Several are read one after the other; when one fails, the others go on."})
    private List<String> sources = List.of();

    @Option(names = "--include", paramLabel = "GLOB", description = "Take only these paths, such as docs/**; may be repeated.")
    private List<String> include = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Leave these paths out; may be repeated.")
    private List<String> exclude = List.of();

    @Option(names = "--as", paramLabel = "article|body|css:SELECTOR", description = "What of a page is taken; article by default.")
    private String as = "";

    CollectCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        if (!as.isEmpty() && !as.matches("article|body|css:.+")) {
            throw new WrongUse("--as is article, body or css:SELECTOR, not “" + as + "”.",
                    "For example: --as 'css:main .content'");
        }
        report.fields().put("documents", 0).put("cached", 0).putArray("skipped");
        report.fields().putArray("sources");
        var failures = new ArrayList<ExpectedException>();
        int asked;
        try (Project project = open(project())) {
            List<Collector> collectors = tools().collectors();
            Map<String, List<String>> bySource = bySource(collectors, report, failures);
            asked = bySource.size() + failures.size();
            for (List<String> locations : bySource.values()) {
                collect(project, collectors, locations, report).ifPresent(failures::add);
            }
        }
        if (failures.isEmpty()) {
            return Exit.DONE;
        }
        throw asked == 1 ? failures.getFirst() : summary(failures, asked);
    }

    /// The locations by their source. One that nobody can read is a failure of its own, and the others go on.
    private Map<String, List<String>> bySource(List<Collector> collectors, Report report,
            List<ExpectedException> failures) {
        var groups = new LinkedHashMap<String, List<String>>();
        for (String location : sources) {
            try {
                CollectDocuments.bySource(collectors, List.of(location)).forEach((source, locations) -> groups
                        .computeIfAbsent(source, _ -> new ArrayList<>()).addAll(locations));
            } catch (ExpectedException failure) {
                failures.add(failure);
                failed(location, failure, report);
            }
        }
        return groups;
    }

    private Optional<ExpectedException> collect(Project project, List<Collector> collectors, List<String> locations,
            Report report) throws Exception {
        Collector collector = collectors.stream().filter(one -> one.accepts(locations.getFirst())).findFirst()
                .orElseThrow();
        String location = collector.sourceOf(locations.getFirst());
        try {
            Optional<SourceSettings> settings = settings(project, collector.kind(), location, locations);
            put(watch(new CollectDocuments(collectors, project.shelf(), locations, settings)), report);
            return Optional.empty();
        } catch (IOException cause) {
            ExpectedException failure = Exit.sentence(cause);
            failed(location, failure, report).put("kind", word(collector.kind()));
            return Optional.of(failure);
        }
    }

    /// What the options decide, over what was decided of the source before; empty when no option is given.
    private Optional<SourceSettings> settings(Project project, Source.Kind kind, String location,
            List<String> locations) throws IOException {
        boolean pages = kind == Source.Kind.ARTICLES && !as.isEmpty();
        if (include.isEmpty() && exclude.isEmpty() && !pages) {
            return Optional.empty();
        }
        Optional<Source> known = project.sources().sources().stream()
                .filter(source -> source.kind() == kind && source.location().equals(location)).findFirst();
        SourceSettings settings = known.isPresent()
                ? project.sources().settings(known.get().id())
                : SourceSettings.USUAL;
        if (!include.isEmpty() || !exclude.isEmpty()) {
            settings = settings.withGlobs(include, exclude);
        }
        if (pages) {
            var choices = new HashMap<>(settings.choices());
            locations.forEach(page -> choices.put(page, as));
            settings = settings.withChoices(choices);
        }
        return Optional.of(settings);
    }

    private static void put(CollectDocuments.Result result, Report report) {
        ObjectNode fields = report.fields();
        fields.put("documents", fields.path("documents").asInt() + result.documents());
        fields.put("cached", fields.path("cached").asInt() + result.unchanged());
        ArrayNode skipped = (ArrayNode) fields.get("skipped");
        result.skipped().forEach(one -> skipped.addObject().put("path", one.path()).put("reason", one.reason()));
        Source source = result.source();
        sources(report).addObject().put("location", source.location()).put("kind", word(source.kind()))
                .put("documents", result.documents()).put("cached", result.unchanged())
                .put("skipped", result.skipped().size()).put("revision", source.facts().revision());
        say(result, report);
    }

    /// Told at once when there are others; a failure alone is told at the end.
    private ObjectNode failed(String location, ExpectedException failure, Report report) {
        if (!report.json() && this.sources.size() > 1) {
            report.note(location + ": " + failure.getMessage());
        }
        ObjectNode source = sources(report).addObject().put("location", location);
        source.putObject("error").put("kind", failure.kind()).put("message", failure.getMessage()).put("next",
                failure.next());
        return source;
    }

    private static ArrayNode sources(Report report) {
        return (ArrayNode) report.fields().get("sources");
    }

    private static String word(Source.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void say(CollectDocuments.Result result, Report report) {
        report.say("%s: %,d documents, %,d of them as before; %,d entries were not taken.", result.source().location(),
                result.documents(), result.unchanged(), result.skipped().size());
        if (!result.source().facts().note().isEmpty()) {
            report.say("  " + result.source().facts().note());
        }
        for (Skipped one : result.skipped().subList(0, Math.min(SHOWN, result.skipped().size()))) {
            report.say("  " + one.path() + ": " + one.reason());
        }
        if (result.skipped().size() > SHOWN) {
            report.say("  … and %,d more; --json names them all.", result.skipped().size() - SHOWN);
        }
    }

    private static ExpectedException summary(List<ExpectedException> failures, int asked) {
        ExpectedException first = failures.getFirst();
        String which = failures.size() == 1 ? ": " : "; the first: ";
        return new ExpectedException(Exit.of(first) == Exit.WRONG_USE ? "sources" : first.kind(), failures.size()
                + " of " + asked + " sources could not be read" + which + first.getMessage(), first.next(), first);
    }
}
