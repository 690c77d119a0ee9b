package fettle.collect.github;

import fettle.collect.repository.PathRules;
import fettle.collect.repository.TreeEntry;
import fettle.source.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a commit holds, as GitHub lists it. "If truncated is true, the number of items exceeded the maximum limit"; the
/// folders are then asked for one by one.
final class TreeList {

    private final GitHubApi api;
    private final String name;
    private final PathRules rules;
    private final List<TreeEntry> entries = new ArrayList<>();
    private final List<Skipped> folders = new ArrayList<>();
    private int callsLeft;

    /// `calls` is how many may be made; a repository that needs more is not listed.
    TreeList(GitHubApi api, String name, PathRules rules, int calls) {
        this.api = api;
        this.name = name;
        this.rules = rules;
        this.callsLeft = calls;
    }

    /// All entries that are not folders; empty when the list is too long to be had.
    Optional<List<TreeEntry>> read(String commit) throws IOException, InterruptedException {
        try {
            return list(commit, "") ? Optional.of(List.copyOf(entries)) : Optional.empty();
        } catch (GitHubApi.Refused refused) {
            if (refused.refusal().status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// Folders that were not looked into.
    List<Skipped> folders() {
        return List.copyOf(folders);
    }

    private boolean list(String tree, String prefix) throws IOException, InterruptedException {
        Optional<Replies.Tree> all = ask(tree, "?recursive=1");
        if (all.isEmpty()) {
            return false;
        }
        if (!all.get().truncated()) {
            nodes(all.get()).forEach(node -> add(node, prefix));
            return true;
        }
        Optional<Replies.Tree> flat = ask(tree, "");
        if (flat.isEmpty() || flat.get().truncated()) {
            return false;
        }
        for (Replies.Node node : nodes(flat.get())) {
            if (!"tree".equals(node.type())) {
                add(node, prefix);
            } else if (!folder(node, prefix)) {
                return false;
            }
        }
        return true;
    }

    private boolean folder(Replies.Node node, String prefix) throws IOException, InterruptedException {
        String path = prefix + text(node.path()) + "/";
        Optional<String> refusal = rules.folderRefusal(path);
        if (refusal.isPresent()) {
            folders.add(new Skipped(path, refusal.get()));
            return true;
        }
        return list(text(node.sha()), path);
    }

    private Optional<Replies.Tree> ask(String tree, String how) throws IOException, InterruptedException {
        if (--callsLeft < 0) {
            return Optional.empty();
        }
        return Optional.of(api.get(GitHubApi.Ask.json("GitHub file list",
                "/repos/" + name + "/git/trees/" + Addresses.part(tree) + how)).as(Replies.Tree.class));
    }

    private static List<Replies.Node> nodes(Replies.Tree tree) {
        List<Replies.Node> nodes = tree.tree();
        return nodes == null ? List.of() : nodes;
    }

    private void add(Replies.Node node, String prefix) {
        String type = text(node.type());
        if (type.equals("tree")) {
            return;
        }
        Long size = node.size();
        TreeEntry.Kind kind = type.equals("commit") ? TreeEntry.Kind.SUBMODULE : TreeEntry.kind(text(node.mode()));
        entries.add(new TreeEntry(prefix + text(node.path()), kind, text(node.sha()), size == null ? -1 : size));
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
