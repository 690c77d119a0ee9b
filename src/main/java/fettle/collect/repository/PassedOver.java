package fettle.collect.repository;

import fettle.source.Skipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What was not taken, in the order it was met. More than a hundred entries of one top folder with one reason become one
/// line with their number, so that a folder of ten thousand vendored files does not hide the rest.
public final class PassedOver {

    private static final int MOST_ALIKE = 100;

    private final List<Skipped> entries = new ArrayList<>();
    private final Map<String, Alike> groups = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    /// Entries of one top folder with one reason.
    private static final class Alike {

        private int count;
        private String common = "";

        void add(String path) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            common = count == 0 ? folder : commonFolder(common, folder);
            count++;
        }

        private static String commonFolder(String one, String other) {
            int end = 0;
            for (int at = 0; at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at); at++) {
                end = one.charAt(at) == '/' ? at + 1 : end;
            }
            return one.substring(0, end);
        }
    }

    /// Notes an entry. One path is noted once.
    public void add(String path, String reason) {
        Alike group = groups.computeIfAbsent(key(path, reason), _ -> new Alike());
        if (group.count <= MOST_ALIKE && !named.add(path)) {
            return;
        }
        group.add(path);
        if (group.count <= MOST_ALIKE + 1) {
            entries.add(new Skipped(path, reason));
        }
    }

    private static String key(String path, String reason) {
        int slash = path.indexOf('/');
        return (slash < 0 ? "" : path.substring(0, slash)) + "\n" + reason;
    }

    public List<Skipped> list() {
        var all = new ArrayList<Skipped>();
        var folded = new HashSet<String>();
        for (Skipped entry : entries) {
            String key = key(entry.path(), entry.reason());
            Alike group = groups.getOrDefault(key, new Alike());
            if (group.count <= MOST_ALIKE) {
                all.add(entry);
            } else if (folded.add(key)) {
                all.add(new Skipped(group.common.isEmpty() ? "." : group.common,
                        String.format(Locale.ROOT, "%s (%,d files)", entry.reason(), group.count)));
            }
        }
        return List.copyOf(all);
    }
}
