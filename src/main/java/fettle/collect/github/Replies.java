package fettle.collect.github;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Those parts of GitHub's answers that are read. Each may be absent.
final class Replies {

    private Replies() {}

    /// `GET /repos/{owner}/{repo}`.
    record Repo(@JsonProperty("full_name") @Nullable String fullName,
            @JsonProperty("default_branch") @Nullable String defaultBranch,
            @JsonProperty("html_url") @Nullable String page, @Nullable Licence license) {}

    /// A licence as GitHub recognises it; "NOASSERTION" when it does not.
    record Licence(@JsonProperty("spdx_id") @Nullable String spdx) {}

    /// `GET /repos/{owner}/{repo}/commits/{ref}`.
    record Commit(@Nullable String sha) {}

    /// `GET /repos/{owner}/{repo}/git/ref/{ref}`.
    record Ref(@Nullable Commit object) {}

    /// `GET /repos/{owner}/{repo}/git/trees/{sha}`.
    record Tree(boolean truncated, @Nullable List<Node> tree) {}

    /// @param type "blob", "tree" or "commit", which is a submodule
    /// @param size in bytes
    record Node(@Nullable String path, @Nullable String mode, @Nullable String type, @Nullable String sha,
            @Nullable Long size) {}

    /// `GET /repos/{owner}/{repo}/git/blobs/{sha}`.
    record Blob(@Nullable String content, @Nullable String encoding) {}
}
