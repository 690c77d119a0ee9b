package fettle.collect.git;

import fettle.collect.git.GitVisit.Tip;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.web.Web;
import fettle.web.WebException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/// A repository elsewhere: its refs are asked for, and one commit without its past is fetched into a folder that lasts as
/// long as the visit.
final class Remote implements AutoCloseable {

    private static final String HERE = "refs/fettle/visit";

    private final GitAddress address;
    private final Progress progress;
    private final Path folder;
    private final GitOverWeb over;
    private final Repository repository;
    private final Transport transport;

    Remote(GitAddress address, Web web, Path cache, Optional<String> token, Progress progress) throws IOException {
        this.address = address;
        this.progress = progress;
        Files.createDirectories(cache);
        folder = Files.createTempDirectory(cache, "visit-");
        String origin = address.place().replaceFirst("^(https?://[^/]+).*", "$1");
        over = new GitOverWeb(web, folder, new GitOverWeb.Token(origin, token), this::received);
        repository = FileRepositoryBuilder.create(folder.resolve("git").toFile());
        repository.create(true);
        keepQuiet(repository);
        transport = transport();
    }

    /// A repository of one visit is not tidied up behind its back, on a thread of git's own.
    private static void keepQuiet(Repository repository) throws IOException {
        StoredConfig config = repository.getConfig();
        config.setInt("gc", null, "auto", 0);
        config.setBoolean("gc", null, "autodetach", false);
        config.save();
    }

    /// Contents above the limit are left where they are, by a host that can.
    private Transport transport() throws IOException {
        try {
            Transport made = Transport.open(repository, new URIish(address.place()));
            if (made instanceof TransportHttp http) {
                http.setHttpConnectionFactory(over);
            }
            made.setTagOpt(TagOpt.NO_TAGS);
            made.setDepth(1);
            made.setFilterSpec(FilterSpec.fromFilterLine("blob:limit=1000001"));
            return made;
        } catch (URISyntaxException broken) {
            throw new ExpectedException("bad-address", address.place() + " is no address that git knows.",
                    "Write git:https://HOST/PATH.git.", broken);
        }
    }

    private void received(long bytes) {
        progress.report(0, 0, String.format(Locale.ROOT, "%s: %.1f MB so far", address.host(), bytes / 1e6));
    }

    Repository repository() {
        return repository;
    }

    /// Where the ref points now.
    Tip tip() throws IOException, InterruptedException {
        progress.report(0, 0, "asking " + address.host());
        try (FetchConnection connection = transport.openFetch()) {
            Map<String, Ref> refs = connection.getRefsMap();
            if (refs.isEmpty()) {
                throw new ExpectedException("empty", "The repository at " + address.place() + " is empty.",
                        "Choose one that has a commit.");
            }
            return tip(refs);
        } catch (IOException failed) {
            throw sentence(failed);
        }
    }

    private Tip tip(Map<String, Ref> refs) throws ExpectedException {
        String wanted = address.ref();
        for (String name : wanted.isEmpty()
                ? List.of(Constants.HEAD, "refs/heads/main", "refs/heads/master")
                : List.of("refs/heads/" + wanted, "refs/tags/" + wanted, wanted)) {
            Ref ref = refs.get(name);
            if (ref != null && ref.getObjectId() != null) {
                ObjectId peeled = ref.getPeeledObjectId();
                String target = ref.isSymbolic() ? ref.getTarget().getName() : name;
                return new Tip((peeled == null ? ref.getObjectId() : peeled).name(),
                        Repository.shortenRefName(target), name);
            }
        }
        if (ObjectId.isId(wanted)) {
            return new Tip(wanted, "", wanted);
        }
        throw new ExpectedException("no-ref", "There is no branch or tag “" + wanted + "” in " + address.place() + ".",
                "Check how it is written; a commit is written in full.");
    }

    /// Fetches it; returns where it points by now.
    Tip fetch(Tip tip) throws IOException, InterruptedException {
        try (var walk = new RevWalk(repository)) {
            transport.fetch(new Monitor(progress), List.of(new RefSpec("+" + tip.name() + ":" + HERE)));
            ObjectId fetched = repository.resolve(HERE);
            if (fetched == null) {
                throw new ExpectedException("no-ref", "“" + tip.name() + "” has gone from " + address.place() + ".",
                        "Try again.");
            }
            return new Tip(walk.parseCommit(fetched).name(), tip.branch(), tip.name());
        } catch (IOException failed) {
            throw sentence(failed);
        }
    }

    private IOException sentence(IOException failed) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped");
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExpectedException expected) {
                return expected;
            }
            if (cause instanceof WebException web) {
                return new ExpectedException(web.kind() == WebException.Kind.OFFLINE ? "offline" : "network",
                        web.getMessage(), web.next(), web);
            }
        }
        String host = address.host();
        return switch (over.status()) {
            case 401, 403 -> new ExpectedException("forbidden", host + " does not let Fettle read " + address.place()
                    + ": it is private, or it is not there.",
                    "Check the address; for a private one run: fettle key set " + host.replaceFirst(":.*", ""));
            case 404, 410 -> new ExpectedException("not-found", "There is no repository at " + address.place()
                    + ", or it is private.", "Check the address; it often ends in .git.");
            default -> new ExpectedException("git", "Fetching from " + host + " failed"
                    + (failed instanceof TransportException ? ": " + shortened(failed) : "") + ".", "Try again.",
                    failed);
        };
    }

    private static String shortened(IOException failed) {
        String message = String.valueOf(failed.getMessage());
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }

    @Override
    public void close() throws IOException {
        transport.close();
        repository.close();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
