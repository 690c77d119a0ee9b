package fettle.collect.github;

import fettle.collect.github.GitHubApi.Ask;
import fettle.collect.github.GitHubApi.Refused;
import fettle.collect.github.GitHubApi.Reply;
import fettle.collect.repository.VisitMemory;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a repository stands now.
///
/// @param name as GitHub calls it now, such as "owner/repo"
/// @param branch the default one
/// @param page what people look at, without a slash at its end
/// @param licence as SPDX has it; empty when GitHub does not recognise it
/// @param commit that the ref points to, in full
/// @param tags ETags of the answers, by what was asked
record RepositoryState(String name, String branch, String page, String licence, String commit,
        Map<String, String> tags) {

    private static final String SHA = "application/vnd.github.sha";

    /// Asks GitHub; what did not change since `memory` was written costs nothing of the limit.
    static RepositoryState ask(GitHubApi api, GitHubAccess access, GitHubAddress address, VisitMemory memory)
            throws IOException, InterruptedException {
        RepositoryState before = of(memory);
        Reply reply = api.get(Ask.json("GitHub repository", "/repos/" + address.name())
                .unless(before.tags.getOrDefault("repository", "")));
        RepositoryState now = reply.unchanged() ? before : of(reply, access, address);
        String ref = address.ref().isEmpty() ? now.branch : address.ref();
        String path = "/repos/" + now.name + "/commits/" + Addresses.path(ref);
        String known = path.equals(before.tags.get("path")) ? before.tags.getOrDefault("commit", "") : "";
        Reply commit = commit(api, now.name, path, ref, known);
        String sha = commit.unchanged() ? before.commit : sha(commit);
        return new RepositoryState(now.name, now.branch, now.page, now.licence, sha,
                Map.of("repository", reply.etag().isEmpty() ? now.tags.getOrDefault("repository", "") : reply.etag(),
                        "path", path, "commit", commit.etag().isEmpty() ? known : commit.etag()));
    }

    private static RepositoryState of(Reply reply, GitHubAccess access, GitHubAddress address)
            throws ExpectedException {
        Replies.Repo repo = reply.as(Replies.Repo.class);
        String name = or(repo.fullName(), address.name());
        Replies.Licence licence = repo.license();
        String spdx = licence == null ? "" : or(licence.spdx(), "");
        return new RepositoryState(name.matches("[\\w.-]+/[\\w.-]+") ? name : address.name(),
                or(repo.defaultBranch(), "HEAD"),
                or(repo.page(), "https://" + access.pages() + "/" + name).replaceFirst("/+$", ""),
                spdx.equals("NOASSERTION") ? "" : spdx, "", Map.of());
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    private static Reply commit(GitHubApi api, String name, String path, String ref, String etag)
            throws IOException, InterruptedException {
        Optional<Reply> found = found(api, new Ask("GitHub commit", path, SHA, etag));
        for (String kind : new String[]{"heads", "tags"}) {
            if (found.isEmpty()) {
                found = found(api, Ask.json("GitHub commit",
                        "/repos/" + name + "/git/ref/" + kind + "/" + Addresses.path(ref)));
            }
        }
        return found.orElseThrow(() -> new ExpectedException("no-ref",
                "There is no branch, tag or commit “" + ref + "” in " + name + ".",
                "Check how it is written; one with a slash is written as github:" + name + "@a/b."));
    }

    /// "422 Unprocessable Entity" is what GitHub says of a ref that is not there.
    private static Optional<Reply> found(GitHubApi api, Ask ask) throws IOException, InterruptedException {
        try {
            return Optional.of(api.get(ask));
        } catch (Refused refused) {
            if (refused.refusal().status() == 404 || refused.refusal().status() == 422) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// The commit alone, as the media type promises, or JSON that names it.
    private static String sha(Reply reply) throws ExpectedException {
        String text = reply.body().strip();
        if (text.startsWith("{")) {
            Replies.Ref ref = reply.as(Replies.Ref.class);
            Replies.Commit commit = ref.object() == null ? reply.as(Replies.Commit.class) : ref.object();
            text = or(commit.sha(), "");
        }
        if (!text.matches("[0-9A-Za-z._-]{1,64}")) {
            throw new ExpectedException("github", "GitHub did not name a commit.", "Try again.");
        }
        return text;
    }

    /// What the last visit found; tags are given only when all else is known.
    private static RepositoryState of(VisitMemory memory) {
        Map<String, String> extra = memory.extra();
        boolean known = !memory.commit().isEmpty() && extra.containsKey("name") && extra.containsKey("branch")
                && extra.containsKey("page") && extra.containsKey("licence");
        return known
                ? new RepositoryState(extra.getOrDefault("name", ""), extra.getOrDefault("branch", ""),
                        extra.getOrDefault("page", ""), extra.getOrDefault("licence", ""), memory.commit(),
                        Map.of("repository", extra.getOrDefault("repository", ""), "path",
                                extra.getOrDefault("path", ""), "commit", extra.getOrDefault("commit", "")))
                : new RepositoryState("", "", "", "", "", Map.of());
    }

    /// For [VisitMemory#extra].
    Map<String, String> extra() {
        return Map.of("name", name, "branch", branch, "page", page, "licence", licence, "repository",
                tags.getOrDefault("repository", ""), "path", tags.getOrDefault("path", ""), "commit",
                tags.getOrDefault("commit", ""));
    }

    /// The page of a file at this commit.
    String page(String path) {
        return page + "/blob/" + commit + "/" + Addresses.path(path);
    }
}
