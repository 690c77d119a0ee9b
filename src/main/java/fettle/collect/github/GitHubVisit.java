package fettle.collect.github;

import fettle.collect.github.GitHubApi.Ask;
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
import fettle.source.SourceFacts;
import fettle.web.WebException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One visit to a repository: at first the archive of a commit, later only the files that changed.
final class GitHubVisit {

    private static final int LIST_CALLS = 20;
    private static final int LIST_CALLS_WITH_TOKEN = 300;
    private static final int CHANGED = 30;
    private static final int CHANGED_WITH_TOKEN = 300;
    private static final int BLOBS = 50;
    private static final int BLOBS_WITH_TOKEN = 2_000;

    private final GitHubApi api;
    private final GitHubAccess access;
    private final Request request;
    private final Watched progress;
    private final PathRules rules;

    /// What a visit is about.
    ///
    /// @param address as it is asked for
    record Request(Visit visit, GitHubAddress address, VisitMemory memory, long atMillis) {}

    GitHubVisit(GitHubApi api, GitHubAccess access, Request request, Watched progress) {
        this.api = api;
        this.access = access;
        this.request = request;
        this.progress = progress;
        this.rules = new PathRules(request.visit.settings(), request.address.below());
    }

    Collected collect() throws IOException, InterruptedException {
        progress.note("asking " + access.host());
        RepositoryState now = RepositoryState.ask(api, access, request.address, request.memory);
        return isAsBefore(now) ? asBefore(now) : read(now);
    }

    /// How many files are new, other or gone.
    int changes() throws IOException, InterruptedException {
        RepositoryState now = RepositoryState.ask(api, access, request.address, request.memory);
        if (isAsBefore(now)) {
            return 0;
        }
        Optional<List<TreeEntry>> listing = list(now).read(now.commit());
        if (listing.isEmpty()) {
            return 1; // something is other; what, only the archive would say
        }
        var harvest = new Harvest(request.visit, request.memory);
        var fetch = new Fetch(rules, harvest, (_, _) -> Capture.NONE, progress);
        fetch.sort(listing.get());
        var there = new HashSet<String>();
        listing.get().stream().filter(entry -> rules.refusal(entry).isEmpty()).forEach(entry -> there.add(entry
                .path()));
        return fetch.wanted() + (int) request.visit.earlier().stream().filter(document -> !there.contains(document
                .path())).count();
    }

    private boolean isAsBefore(RepositoryState now) {
        int documents = request.visit.earlier().size();
        return now.commit().equals(request.memory.commit()) && rules.scope().equals(request.memory.scope())
                && documents > 0 && documents == request.memory.documents();
    }

    private Collected asBefore(RepositoryState now) {
        List<Document> documents = request.visit.earlier();
        SourceFacts before = request.memory.facts();
        var facts = new SourceFacts(before.branch(), before.revision(), before.licence(), before.bytes(), note(now),
                before.problem());
        return new Collected(documents, request.memory.skipped(), facts, new VisitMemory(VisitMemory.VERSION,
                now.commit(), rules.scope(), documents.size(), request.memory.refused(),
                request.memory.skipped(), facts, now.extra()).write(), documents.size());
    }

    private TreeList list(RepositoryState now) {
        return new TreeList(api, now.name(), rules, access.token().isEmpty() ? LIST_CALLS : LIST_CALLS_WITH_TOKEN);
    }

    private Collected read(RepositoryState now) throws IOException, InterruptedException {
        progress.note("listing the files of " + now.name());
        TreeList list = list(now);
        Optional<List<TreeEntry>> listing = list.read(now.commit());
        var harvest = new Harvest(request.visit, request.memory);
        Optional<String> file = listing.flatMap(all -> Licences.file(all.stream().map(TreeEntry::path).toList()));
        String licence = licence(now, file);
        var fetch = new Fetch(rules, harvest, (path, blob) -> new Capture(now.page(path), blob, licence,
                request.atMillis, ""), progress);
        listing.ifPresent(fetch::sort);
        list.folders().forEach(fetch::passOverFolder);
        bring(now, fetch, harvest, listing.isPresent());
        if (harvest.size() == 0) {
            throw nothing(now, harvest);
        }
        return collected(now, harvest, now.licence().isEmpty() ? file.orElse("") : now.licence());
    }

    private static String licence(RepositoryState now, Optional<String> file) {
        return now.licence().isEmpty()
                ? file.orElse("")
                : now.licence() + file.map(name -> " (" + name + ")").orElse("");
    }

    private void bring(RepositoryState now, Fetch fetch, Harvest harvest, boolean listed)
            throws IOException, InterruptedException {
        int few = access.token().isEmpty() ? CHANGED : CHANGED_WITH_TOKEN;
        boolean first = request.visit.earlier().isEmpty();
        boolean whole = true;
        if (!listed || (!fetch.missing().isEmpty() && (first || fetch.wanted() > few))) {
            whole = archive(now, fetch, listed);
        }
        List<TreeEntry> missing = fetch.missing();
        int most = access.token().isEmpty() ? BLOBS : BLOBS_WITH_TOKEN;
        if (!whole && missing.size() > most) {
            throw new ExpectedException("cut-off", "The connection broke each time the archive of " + now.name()
                    + " came: %,d of %,d files are missing, so nothing was taken.".formatted(missing.size(),
                            fetch.wanted()),
                    "Try again in a while.");
        }
        for (int number = 0; number < missing.size(); number++) {
            TreeEntry entry = missing.get(number);
            progress.report(harvest.size(), harvest.size() + (long) missing.size() - number, entry.path());
            Optional<byte[]> content = number < most ? blob(now, entry) : Optional.empty();
            content = content.isPresent() ? content : fetch.altered(entry.path());
            content.ifPresentOrElse(bytes -> fetch.take(entry, bytes), () -> harvest.passOver(entry.path(),
                    "left out of GitHub's archive, and not to be had by itself"));
        }
    }

    /// Whether the archive came to its end.
    private boolean archive(RepositoryState now, Fetch fetch, boolean listed)
            throws IOException, InterruptedException {
        try {
            return api.get(Ask.json("GitHub archive", "/repos/" + now.name() + "/tarball/" + now.commit()), answer -> {
                new Archive(fetch, Gauge.Bounds.USUAL).read(answer.body());
                return true;
            });
        } catch (Archive.Broken | WebException broken) {
            boolean offline = broken instanceof WebException web && web.kind() == WebException.Kind.OFFLINE;
            if (offline) {
                throw broken;
            }
            if (!listed) {
                throw new ExpectedException("cut-off", "The connection broke each time the archive of " + now.name()
                        + " came, so nothing was taken.", "Try again in a while.", broken);
            }
            return false;
        }
    }

    private Optional<byte[]> blob(RepositoryState now, TreeEntry entry) throws IOException, InterruptedException {
        try {
            Replies.Blob blob = api.get(Ask.json("GitHub file",
                    "/repos/" + now.name() + "/git/blobs/" + Addresses.part(entry.blob()))).as(Replies.Blob.class);
            String content = text(blob.content());
            return Optional.of("base64".equals(blob.encoding())
                    ? Base64.getMimeDecoder().decode(content)
                    : content.getBytes(StandardCharsets.UTF_8));
        } catch (GitHubApi.Refused refused) {
            if (refused.refusal().status() == 404) {
                return Optional.empty();
            }
            throw refused;
        } catch (IllegalArgumentException broken) {
            throw new ExpectedException("github", "GitHub sent " + entry.path() + " in a way that cannot be read.",
                    "Try again.", broken);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Collected collected(RepositoryState now, Harvest harvest, String licence) {
        String branch = request.address.ref().isEmpty() ? now.branch() : request.address.ref();
        var facts = new SourceFacts(branch, now.commit(), licence, harvest.bytes(), note(now), harvest.caseClashes());
        List<Document> documents = harvest.documents();
        String memory = new VisitMemory(VisitMemory.VERSION, now.commit(), rules.scope(),
                documents.size(), harvest.refused(), harvest.skipped(), facts, now.extra()).write();
        return new Collected(documents, harvest.skipped(), facts, memory, harvest.kept());
    }

    private String note(RepositoryState now) {
        String written = request.address.name();
        String asked = request.visit.location().replaceFirst("^github:", "").replaceFirst("[@:].*", "");
        String renamed = now.name().toLowerCase(Locale.ROOT).equals(asked)
                ? ""
                : (written.toLowerCase(Locale.ROOT).equals(asked) ? written : asked) + " is now called " + now.name()
                        + ". ";
        return renamed + access.token()
                .map(token -> "The token was read from " + token.from() + " and sent to " + access.host() + " only.")
                .orElse("Read without a token.");
    }

    private static ExpectedException nothing(RepositoryState now, Harvest harvest) {
        var skipped = harvest.skipped();
        if (skipped.isEmpty()) {
            return new ExpectedException("empty", "The repository " + now.name() + " has no files.",
                    "Choose another branch or repository.");
        }
        return new ExpectedException("nothing-taken", "Nothing in " + now.name() + " could be taken; " + skipped.size()
                + (skipped.size() == 1 ? " entry was" : " entries were") + " left out, such as "
                + skipped.getFirst().path() + ": " + skipped.getFirst().reason() + ".",
                "Choose other paths, or a repository with Markdown, text, HTML or source code.");
    }
}
