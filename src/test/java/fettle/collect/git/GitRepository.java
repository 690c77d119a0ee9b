package fettle.collect.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A bare repository that a test makes object by object, so that it can hold what git itself would refuse to add.
final class GitRepository implements AutoCloseable {

    private final Repository repository;
    private final Path folder;

    GitRepository(Path folder) throws IOException {
        Alone.install();
        this.folder = folder;
        repository = FileRepositoryBuilder.create(folder.toFile());
        repository.create(true);
        repository.updateRef(Constants.HEAD).link("refs/heads/main");
        repository.getConfig().setBoolean("uploadpack", null, "allowfilter", true);
    }

    Path folder() {
        return folder;
    }

    Repository repository() {
        return repository;
    }

    /// Puts a commit on a branch. A text that begins with "->" is a link, one with "@@" a submodule.
    String commit(String branch, String... pathsAndTexts) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            var files = new TreeMap<String, byte[]>();
            for (int at = 0; at < pathsAndTexts.length; at += 2) {
                files.put(pathsAndTexts[at], pathsAndTexts[at + 1].getBytes(StandardCharsets.UTF_8));
            }
            return commit(branch, tree(files, inserter), inserter);
        }
    }

    private String commit(String branch, ObjectId tree, ObjectInserter inserter) throws IOException {
        var person = new PersonIdent("A", "a@example.org", Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(person);
        commit.setCommitter(person);
        commit.setMessage("One");
        ObjectId before = repository.resolve("refs/heads/" + branch);
        if (before != null) {
            commit.setParentId(before);
        }
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        var update = repository.updateRef("refs/heads/" + branch);
        update.setNewObjectId(id);
        update.forceUpdate();
        return id.name();
    }

    private static ObjectId tree(Map<String, byte[]> files, ObjectInserter inserter) throws IOException {
        var formatter = new TreeFormatter();
        var folders = new TreeMap<String, Map<String, byte[]>>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            int slash = file.getKey().indexOf('/');
            if (slash > 0) {
                folders.computeIfAbsent(file.getKey().substring(0, slash), _ -> new TreeMap<>())
                        .put(file.getKey().substring(slash + 1), file.getValue());
            }
        }
        List<String> names = new ArrayList<>(folders.keySet());
        files.keySet().stream().filter(path -> path.indexOf('/') <= 0).forEach(names::add);
        names.sort(null);
        for (String name : names) {
            Map<String, byte[]> inside = folders.get(name);
            if (inside != null) {
                formatter.append(name, FileMode.TREE, tree(inside, inserter));
            } else {
                byte[] content = files.getOrDefault(name, new byte[0]);
                String text = new String(content, 0, Math.min(2, content.length), StandardCharsets.ISO_8859_1);
                boolean module = text.equals("@@");
                ObjectId id = module
                        ? ObjectId.fromString("1234567890123456789012345678901234567890")
                        : inserter.insert(Constants.OBJ_BLOB, content);
                formatter.append(name, module
                        ? FileMode.GITLINK
                        : text.equals("->") ? FileMode.SYMLINK : FileMode.REGULAR_FILE, id);
            }
        }
        return inserter.insert(formatter);
    }

    /// A tree that holds itself ten times, ten levels deep: ten thousand million files in a few kilobytes.
    void bomb(String branch) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId inner = inserter.insert(Constants.OBJ_BLOB, "# Boom\n".getBytes(StandardCharsets.UTF_8));
            for (int level = 0; level < 10; level++) {
                var formatter = new TreeFormatter();
                for (int number = 0; number < 10; number++) {
                    formatter.append("f" + number + ".png", level == 0 ? FileMode.REGULAR_FILE : FileMode.TREE, inner);
                }
                inner = inserter.insert(formatter);
            }
            commit(branch, inner, inserter);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
