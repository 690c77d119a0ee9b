package fettle.collect.git;

import fettle.collect.repository.Harvest;
import fettle.collect.repository.Licences;
import fettle.collect.repository.PathRules;
import fettle.collect.repository.TreeEntry;
import fettle.collect.repository.VisitMemory;
import fettle.document.Capture;
import fettle.document.Collector.Collected;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.SourceFacts;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/// One visit to a repository whose commit is at hand.
final class GitVisit {

    private final Visit visit;
    private final GitAddress address;
    private final VisitMemory memory;
    private final PathRules rules;
    private final Progress progress;

    GitVisit(Visit visit, GitAddress address, Progress progress) {
        this.visit = visit;
        this.address = address;
        this.memory = VisitMemory.read(visit.memory());
        this.rules = new PathRules(visit.settings(), "");
        this.progress = progress;
    }

    /// Where a ref points.
    ///
    /// @param commit in full
    /// @param branch or tag, for lists
    /// @param name of the ref, or the commit where there is none
    record Tip(String commit, String branch, String name) {}

    /// Whether that commit was read before, under the same rules.
    boolean isAsBefore(Tip tip) {
        int documents = visit.earlier().size();
        return tip.commit.equals(memory.commit()) && rules.scope().equals(memory.scope()) && documents > 0
                && documents == memory.documents();
    }

    Collected asBefore() {
        return new Collected(visit.earlier(), memory.skipped(), memory.facts(), memory.write(),
                visit.earlier().size());
    }

    Collected read(Repository repository, Tip tip, String note) throws IOException, InterruptedException {
        try (ObjectReader objects = repository.newObjectReader(); var walk = new RevWalk(objects)) {
            RevCommit commit = walk.parseCommit(repository.resolve(tip.commit));
            var harvest = new Harvest(visit, memory);
            var files = new CommitFiles(objects, rules, progress);
            List<TreeEntry> wanted = files.sort(commit.getTree(), harvest);
            String licence = Licences.file(files.roots()).orElse("");
            long now = System.currentTimeMillis();
            files.read(wanted, (path, blob) -> new Capture(address.page(commit.name(), path), blob, licence, now, ""),
                    harvest);
            if (harvest.size() == 0) {
                throw new ExpectedException(harvest.skipped().isEmpty() ? "empty" : "nothing-taken",
                        "Nothing in " + address.place() + " could be taken"
                                + (harvest.skipped().isEmpty()
                                        ? "."
                                        : ", such as " + harvest.skipped().getFirst().path() + ": "
                                                + harvest.skipped().getFirst().reason() + "."),
                        "Choose other paths, or a repository with Markdown, text, HTML or source code.");
            }
            return collected(harvest, new SourceFacts(tip.branch, commit.name(), licence, harvest.bytes(), note, harvest
                    .caseClashes()));
        }
    }

    private Collected collected(Harvest harvest, SourceFacts facts) {
        List<Document> documents = harvest.documents();
        String remembered = new VisitMemory(VisitMemory.VERSION, facts.revision(), rules.scope(),
                documents.size(), harvest.refused(), harvest.skipped(), facts, Map.of()).write();
        return new Collected(documents, harvest.skipped(), facts, remembered, harvest.kept());
    }

    /// How many files are new, other or gone.
    int changes(Repository repository, Tip tip) throws IOException, InterruptedException {
        try (ObjectReader objects = repository.newObjectReader(); var walk = new RevWalk(objects)) {
            var harvest = new Harvest(visit, memory);
            List<TreeEntry> wanted = new CommitFiles(objects, rules, progress)
                    .sort(walk.parseCommit(repository.resolve(tip.commit)).getTree(), harvest);
            Set<String> there = new HashSet<>();
            wanted.forEach(entry -> there.add(entry.path()));
            harvest.documents().forEach(document -> there.add(document.path()));
            return wanted.size() + (int) visit.earlier().stream().filter(document -> !there.contains(document.path()))
                    .count();
        }
    }
}
