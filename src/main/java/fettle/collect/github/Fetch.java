package fettle.collect.github;

import fettle.collect.repository.BlobHash;
import fettle.collect.repository.Harvest;
import fettle.collect.repository.PathRules;
import fettle.collect.repository.TreeEntry;
import fettle.document.Capture;
import fettle.source.Skipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Which files still have to come, and what becomes of those that an archive brings.
final class Fetch implements Archive.Listener {

    private static final long TELL_EVERY_BYTES = 100_000;

    private final PathRules rules;
    private final Harvest harvest;
    private final BiFunction<String, String, Capture> capture;
    private final Watched progress;
    private final Map<String, TreeEntry> wanted = new LinkedHashMap<>();
    private final Set<String> listed = new HashSet<>();
    private long told;
    private final List<String> folders = new ArrayList<>();
    private final Map<String, byte[]> altered = new HashMap<>();

    /// `capture` makes the provenance of a path and its blob.
    Fetch(PathRules rules, Harvest harvest, BiFunction<String, String, Capture> capture, Watched progress) {
        this.rules = rules;
        this.harvest = harvest;
        this.capture = capture;
        this.progress = progress;
    }

    /// Sorts what GitHub lists: kept from before, passed over, or wanted.
    void sort(List<TreeEntry> entries) {
        for (TreeEntry entry : entries) {
            listed.add(entry.path());
            Optional<String> refusal = rules.refusal(entry);
            if (refusal.isPresent()) {
                harvest.passOver(entry.path(), refusal.get());
            } else if (!harvest.keep(entry)) {
                wanted.put(entry.path(), entry);
            }
        }
    }

    /// Nothing of that folder is wanted. Its path ends with a slash.
    void passOverFolder(Skipped folder) {
        folders.add(folder.path());
        harvest.passOver(folder.path(), folder.reason());
    }

    /// What was listed and is not here yet.
    List<TreeEntry> missing() {
        return wanted.values().stream().filter(entry -> !harvest.has(entry.path(), entry.blob())).toList();
    }

    int wanted() {
        return wanted.size();
    }

    /// What the archive had in place of a file, written in another way than the commit has it.
    Optional<byte[]> altered(String path) {
        return Optional.ofNullable(altered.get(path));
    }

    void take(TreeEntry entry, byte[] content) {
        harvest.take(entry.path(), content, capture.apply(entry.path(), entry.blob()));
    }

    @Override
    public boolean wants(String path, long size) {
        TreeEntry entry = wanted.get(path);
        if (entry != null) {
            return size <= PathRules.LARGEST && !harvest.has(path, entry.blob());
        }
        if (listed.contains(path) || folders.stream().anyMatch(path::startsWith)) {
            return false;
        }
        Optional<String> refusal = rules.refusal(path, size);
        refusal.ifPresent(reason -> harvest.passOver(path, reason));
        return refusal.isEmpty();
    }

    /// An archive may be written with other line ends than the commit has, which come out the same; or with what
    /// `export-subst` fills in, or with the object in place of its LFS pointer: those are asked for by their blob.
    @Override
    public void file(String path, byte[] content) {
        TreeEntry entry = wanted.get(path);
        if (entry == null) {
            var found = new TreeEntry(path, TreeEntry.Kind.FILE, BlobHash.of(content), content.length);
            if (!harvest.keep(found)) {
                take(found, content);
            }
        } else if (entry.size() < 0 || content.length == entry.size()
                || content.length - carriageReturns(content) == entry.size()) {
            take(entry, content);
        } else {
            altered.put(path, content);
        }
    }

    private static int carriageReturns(byte[] content) {
        int count = 0;
        for (int at = 1; at < content.length; at++) {
            count += content[at] == '\n' && content[at - 1] == '\r' ? 1 : 0;
        }
        return count;
    }

    @Override
    public void refused(String path, String reason) {
        harvest.passOver(path, reason);
    }

    @Override
    public void at(long packedBytes) {
        if (packedBytes - told < TELL_EVERY_BYTES) {
            return;
        }
        told = packedBytes;
        progress.report(harvest.size(), wanted.size(),
                String.format(Locale.ROOT, "the archive, %.1f MB so far", packedBytes / 1e6));
    }
}
