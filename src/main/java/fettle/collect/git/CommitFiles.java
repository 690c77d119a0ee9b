package fettle.collect.git;

import fettle.collect.repository.Harvest;
import fettle.collect.repository.PathRules;
import fettle.collect.repository.TreeEntry;
import fettle.document.Capture;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Reads the files of a commit from git's objects. Nothing is checked out: no path of the repository touches the disk, and
/// no filter or hook runs.
final class CommitFiles {

    private static final int MOST_ENTRIES = 500_000;

    private final ObjectReader objects;
    private final PathRules rules;
    private final Progress progress;
    private final List<String> roots = new ArrayList<>();

    CommitFiles(ObjectReader objects, PathRules rules, Progress progress) {
        this.objects = objects;
        this.rules = rules;
        this.progress = progress;
    }

    /// Sorts the entries of a tree into `harvest`, and returns those that still have to be read.
    List<TreeEntry> sort(ObjectId tree, Harvest harvest) throws IOException, InterruptedException {
        var wanted = new ArrayList<TreeEntry>();
        int entries = 0;
        try (var walk = new TreeWalk(objects)) {
            walk.addTree(tree);
            while (walk.next()) {
                if (++entries > MOST_ENTRIES) {
                    throw new ExpectedException("too-large", "The repository has more than 500,000 files and folders.",
                            "Clone it, and add one of its folders.");
                }
                if (entries % 256 == 0) {
                    progress.stopIfCancelled();
                }
                String path = walk.getPathString();
                if (walk.isSubtree()) {
                    folder(walk, path, harvest);
                } else {
                    file(entry(walk, path), harvest, wanted);
                }
            }
        }
        return wanted;
    }

    /// Names of the files that lie at the top.
    List<String> roots() {
        return List.copyOf(roots);
    }

    private void folder(TreeWalk walk, String path, Harvest harvest) throws IOException {
        Optional<String> refusal = rules.folderRefusal(path + "/");
        if (refusal.isPresent()) {
            harvest.passOver(path + "/", refusal.get());
        } else {
            walk.enterSubtree();
        }
    }

    private TreeEntry entry(TreeWalk walk, String path) throws IOException {
        int mode = walk.getRawMode(0);
        ObjectId blob = walk.getObjectId(0);
        if (FileMode.GITLINK.equals(mode)) {
            return new TreeEntry(path, TreeEntry.Kind.SUBMODULE, blob.name(), -1);
        }
        TreeEntry.Kind kind = FileMode.SYMLINK.equals(mode) ? TreeEntry.Kind.LINK : TreeEntry.Kind.FILE;
        boolean sized = kind == TreeEntry.Kind.FILE && rules.refusal(path, 0).isEmpty();
        return new TreeEntry(path, kind, blob.name(), sized ? size(blob) : -1);
    }

    /// Contents above the limit were not fetched.
    private long size(ObjectId blob) throws IOException {
        try {
            return objects.getObjectSize(blob, Constants.OBJ_BLOB);
        } catch (MissingObjectException _) {
            return Long.MAX_VALUE;
        }
    }

    private void file(TreeEntry entry, Harvest harvest, List<TreeEntry> wanted) {
        if (!entry.path().contains("/")) {
            roots.add(entry.path());
        }
        Optional<String> refusal = rules.refusal(entry);
        if (refusal.isPresent()) {
            harvest.passOver(entry.path(), refusal.get());
        } else if (!harvest.keep(entry)) {
            wanted.add(entry);
        }
    }

    /// Reads those entries.
    void read(List<TreeEntry> wanted, BiFunction<String, String, Capture> capture, Harvest harvest)
            throws IOException, InterruptedException {
        for (int number = 0; number < wanted.size(); number++) {
            TreeEntry entry = wanted.get(number);
            progress.stopIfCancelled();
            progress.report(number, wanted.size(), entry.path());
            byte[] content = objects.open(ObjectId.fromString(entry.blob()), Constants.OBJ_BLOB)
                    .getBytes(Math.toIntExact(PathRules.LARGEST));
            harvest.take(entry.path(), content, capture.apply(entry.path(), entry.blob()));
        }
    }
}
