package fettle.ui.source;

import fettle.document.DocumentStore.Entry;
import fettle.document.clean.Cleaning;
import fettle.document.clean.CleaningRule;
import fettle.project.Project;
import fettle.source.Globs;
import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.source.SourceStore.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One source, opened up.
///
/// @param settings what the person decided of it
/// @param entries its documents, by path
/// @param skipped by reason, the most frequent first
/// @param cleaned how many places each cleaning rule changed, by its id
/// @param imported the note of its last import; empty without one
record SourceDetail(Source source, SourceSettings settings, List<Entry> entries, List<SkippedGroup> skipped,
        Map<String, Integer> cleaned, ImportNote imported) {

    /// A cleaning rule as it is for this source.
    ///
    /// @param changed how many places it changed when they were last cleaned
    record Rule(CleaningRule rule, boolean on, int changed) {}

    /// Reads it.
    static SourceDetail read(Project project, Source source, List<Entry> entries) throws IOException {
        return new SourceDetail(source, project.sources().settings(source.id()), entries,
                SkippedGroup.of(project.sources().skipped(source.id())),
                project.sources().recall(source.id(), Topic.CLEANING).map(Cleaning::read).orElse(Map.of()),
                ImportNote.read(project, source));
    }

    /// The rules in their order.
    List<Rule> rules() {
        return Cleaning.RULES.stream().map(rule -> new Rule(rule,
                settings.cleaning().getOrDefault(rule.id(), rule.usual()), cleaned.getOrDefault(rule.id(), 0)))
                .toList();
    }

    /// Settings with one rule switched.
    static SourceSettings switched(SourceSettings settings, String rule, boolean on) {
        var switches = new LinkedHashMap<>(settings.cleaning());
        switches.put(rule, on);
        return settings.withCleaning(switches);
    }

    int skippedCount() {
        return skipped.stream().mapToInt(SkippedGroup::count).sum();
    }

    /// How many of the documents that are known these patterns would take: those that were taken, and those that the
    /// person's own patterns left out.
    Taking taking(List<String> include, List<String> exclude) {
        Globs globs = Globs.of(include, exclude);
        var known = new ArrayList<>(entries.stream().map(Entry::path).toList());
        skipped.stream().filter(group -> isByPattern(group.why())).forEach(group -> known.addAll(group.paths()));
        return new Taking((int) known.stream().filter(globs::takes).count(), known.size());
    }

    /// @param known entries that are a document, or would be if no pattern left it out
    record Taking(int taken, int known) {}

    private static boolean isByPattern(String why) {
        return why.startsWith("excluded") || why.contains("among the paths");
    }
}
