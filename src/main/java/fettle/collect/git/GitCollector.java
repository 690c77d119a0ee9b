package fettle.collect.git;

import fettle.collect.git.GitVisit.Tip;
import fettle.document.Collector;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.Source;
import fettle.web.Web;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// Reads the documents of a commit by git: from a host, without the past, or from a checkout on this disk.
public final class GitCollector implements Collector {

    private static final String LAST_COMMIT = "Read from the last commit: changes that are not committed are not in it.";

    private final Supplier<Web> web;
    private final Path cache;
    private final Keys keys;

    /// Where tokens are kept, by host.
    @FunctionalInterface
    public interface Keys {

        Optional<String> find(String host) throws IOException;
    }

    /// What a visit fetches lies below `cache` until it ends.
    public GitCollector(Supplier<Web> web, Path cache, Keys keys) {
        this.web = web;
        this.cache = cache;
        this.keys = keys;
    }

    @Override
    public boolean accepts(String location) {
        return GitAddress.fits(location);
    }

    @Override
    public Source.Kind kind() {
        return Source.Kind.GIT;
    }

    @Override
    public String sourceOf(String location) throws ExpectedException {
        return GitAddress.read(location).canonical();
    }

    @Override
    public Collected collect(Visit visit, Progress progress) throws IOException, InterruptedException {
        Alone.install();
        GitAddress address = GitAddress.read(visit.location());
        var here = new GitVisit(visit, address, progress);
        if (address.onDisk()) {
            try (Repository repository = open(address)) {
                Tip tip = tip(repository, address);
                return here.isAsBefore(tip) ? here.asBefore() : here.read(repository, tip, LAST_COMMIT);
            }
        }
        Optional<String> token = token(address);
        try (var remote = new Remote(address, web.get(), cache, token, progress)) {
            Tip tip = remote.tip();
            if (here.isAsBefore(tip)) {
                return here.asBefore();
            }
            return here.read(remote.repository(), remote.fetch(tip), note(address, token));
        }
    }

    private static String note(GitAddress address, Optional<String> token) {
        return token.isPresent()
                ? "The token was read from the key store and sent to " + address.host() + " only."
                : "Fetched from " + address.host() + " without a token.";
    }

    @Override
    public int changes(Visit visit, Progress progress) throws IOException, InterruptedException {
        Alone.install();
        GitAddress address = GitAddress.read(visit.location());
        var here = new GitVisit(visit, address, progress);
        if (address.onDisk()) {
            try (Repository repository = open(address)) {
                Tip tip = tip(repository, address);
                return here.isAsBefore(tip) ? 0 : here.changes(repository, tip);
            }
        }
        try (var remote = new Remote(address, web.get(), cache, token(address), progress)) {
            Tip tip = remote.tip();
            if (here.isAsBefore(tip)) {
                return 0;
            }
            return here.changes(remote.repository(), remote.fetch(tip));
        }
    }

    /// A token travels only where nobody can read it on the way.
    private Optional<String> token(GitAddress address) throws IOException {
        boolean loopback = address.place().matches("http://(localhost|127\\.[0-9.]+)(:[0-9]+)?/.*");
        return address.place().startsWith("https://") || loopback
                ? keys.find(address.host().replaceFirst(":.*", ""))
                : Optional.empty();
    }

    private static Repository open(GitAddress address) throws IOException {
        Path place = Path.of(address.place());
        if (!Files.isDirectory(place)) {
            throw new ExpectedException("not-found", "There is no folder at " + place + ".",
                    "Check how it is written.");
        }
        File parent = place.toFile().getParentFile();
        var builder = new FileRepositoryBuilder();
        if (parent != null) {
            builder.addCeilingDirectory(parent);
        }
        builder.findGitDir(place.toFile());
        if (builder.getGitDir() == null) {
            throw new ExpectedException("not-found", place + " is not a git repository.",
                    "Give the folder that holds .git, or add it as a folder.");
        }
        return builder.setMustExist(true).build();
    }

    private static Tip tip(Repository repository, GitAddress address) throws IOException {
        String wanted = address.ref().isEmpty() ? Constants.HEAD : address.ref();
        Ref ref = repository.findRef(wanted);
        ObjectId id = ref == null ? null : ref.getObjectId();
        id = id == null && ObjectId.isId(wanted) ? ObjectId.fromString(wanted) : id;
        if (id == null) {
            throw address.ref().isEmpty()
                    ? new ExpectedException("empty", "The repository at " + address.place() + " has no commit.",
                            "Make one, or add the folder.")
                    : new ExpectedException("no-ref", "There is no branch or tag “" + wanted + "” in "
                            + address.place() + ".", "Check how it is written; a commit is written in full.");
        }
        try (var walk = new RevWalk(repository)) {
            String branch = ref == null ? "" : ref.isSymbolic() ? ref.getTarget().getName() : ref.getName();
            return new Tip(walk.parseCommit(id).name(), Repository.shortenRefName(branch), wanted);
        }
    }
}
