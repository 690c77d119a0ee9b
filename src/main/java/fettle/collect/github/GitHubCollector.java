package fettle.collect.github;

import fettle.collect.repository.VisitMemory;
import fettle.document.Collector;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.Source;
import fettle.web.Web;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/// Reads the documents of a repository by GitHub's API. All visits share one limit, also those that run at once.
public final class GitHubCollector implements Collector {

    private final Supplier<Web> web;
    private final GitHubAccess.Desk desk;
    private final RateLimit limit;

    /// `web` is asked for when there is something to fetch.
    public GitHubCollector(Supplier<Web> web, GitHubAccess.Desk desk, Patience patience) {
        this.web = web;
        this.desk = desk;
        this.limit = new RateLimit(patience);
    }

    @Override
    public boolean accepts(String location) {
        return isNamed(location) || GitHubAddress.read(location, pages()).isPresent();
    }

    private static boolean isNamed(String location) {
        return location.strip().toLowerCase(Locale.ROOT).startsWith("github:");
    }

    private String pages() {
        try {
            return desk.access().pages();
        } catch (IOException _) {
            return "github.com"; // what is wrong with the address is told when it is used
        }
    }

    @Override
    public Source.Kind kind() {
        return Source.Kind.GITHUB;
    }

    @Override
    public String sourceOf(String location) throws ExpectedException {
        return address(location).canonical();
    }

    private GitHubAddress address(String location) throws ExpectedException {
        return GitHubAddress.read(location, pages()).orElseThrow(() -> new ExpectedException("bad-address",
                location + " does not name a repository.", "Write github:owner/repo or github:owner/repo@branch."))
                .checked();
    }

    @Override
    public Collected collect(Visit visit, Progress progress) throws IOException, InterruptedException {
        return visit(visit, progress, GitHubVisit::collect);
    }

    @Override
    public int changes(Visit visit, Progress progress) throws IOException, InterruptedException {
        return visit(visit, progress, GitHubVisit::changes);
    }

    /// What is done during a visit.
    private interface Deed<T> {

        T with(GitHubVisit visit) throws IOException, InterruptedException;
    }

    private <T> T visit(Visit visit, Progress progress, Deed<T> deed) throws IOException, InterruptedException {
        GitHubAccess access = desk.access();
        var watched = new Watched(progress);
        VisitMemory memory = VisitMemory.read(visit.memory());
        GitHubAddress address = asked(visit, memory);
        var api = new GitHubApi(web.get(), access, limit, watched, address.name());
        var request = new GitHubVisit.Request(visit, address, memory,
                limit.patience().clock().millis());
        try {
            return deed.with(new GitHubVisit(api, access, request, watched));
        } catch (IOException failed) {
            throw either(api.sentence(failed), visit);
        }
    }

    /// What was written without "github:" may have been meant as a folder.
    private static ExpectedException either(ExpectedException failure, Visit visit) {
        boolean bare = !visit.wanted().isEmpty() && GitHubAddress.isBare(visit.wanted().getFirst());
        return bare && failure.kind().equals("not-found")
                ? new ExpectedException(failure.kind(),
                        failure.getMessage() + " Nor is there a folder of that name here.",
                        failure.next(), failure)
                : failure;
    }

    /// The name as it was written now, else as GitHub had it last: all the same to GitHub.
    private GitHubAddress asked(Visit visit, VisitMemory memory) throws ExpectedException {
        String written = visit.wanted().isEmpty() ? visit.location() : visit.wanted().getFirst();
        GitHubAddress address = address(written);
        String[] name = memory.extra().getOrDefault("name", "").split("/", -1);
        return name.length == 2 && written.equals(visit.location())
                ? new GitHubAddress(name[0], name[1], address.ref(), address.below())
                : address;
    }
}
