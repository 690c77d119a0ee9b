package fettle.ui.source;

import fettle.source.Skipped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Entries that were not taken for one reason.
///
/// @param why a clause, such as "larger than 1 MB"
/// @param pattern what they have in common, such as `assets/**` or `*.drawio`
/// @param paths in the order they were met
record SkippedGroup(String why, String pattern, List<String> paths) {

    private static final int NAMED = 3;

    int count() {
        return paths.size();
    }

    /// By reason, the most frequent first.
    static List<SkippedGroup> of(List<Skipped> skipped) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        skipped.forEach(entry -> reasons.computeIfAbsent(entry.reason(), _ -> new ArrayList<>()).add(entry.path()));
        var groups = new ArrayList<SkippedGroup>();
        reasons.forEach((why, paths) -> groups.add(new SkippedGroup(why, pattern(paths), List.copyOf(paths))));
        groups.sort(Comparator.comparingInt(SkippedGroup::count).reversed());
        return List.copyOf(groups);
    }

    /// One path is itself; several share a folder, or endings, or only their first one is shown.
    static String pattern(List<String> paths) {
        if (paths.size() == 1) {
            return paths.getFirst();
        }
        String folder = folder(paths);
        return folder.isEmpty() ? endings(paths) : folder + "**";
    }

    private static String folder(List<String> paths) {
        String common = paths.getFirst();
        for (String path : paths) {
            int same = 0;
            while (same < Math.min(common.length(), path.length()) && common.charAt(same) == path.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        return common.substring(0, common.lastIndexOf('/') + 1);
    }

    private static String endings(List<String> paths) {
        Map<String, Integer> endings = new LinkedHashMap<>();
        for (String path : paths) {
            endings.merge(ending(path), 1, Integer::sum);
        }
        if (endings.containsKey("")) {
            return paths.getFirst() + ", …";
        }
        List<String> sorted = endings.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).map(each -> "*." + each.getKey())
                .toList();
        return sorted.size() <= NAMED
                ? String.join(", ", sorted)
                : String.join(", ", sorted.subList(0, NAMED)) + ", …";
    }

    private static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 || dot == name.length() - 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
