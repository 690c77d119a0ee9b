package fettle.ui.tuning;

import fettle.tuning.Tuning;
import java.util.ArrayList;
import java.util.List;

/// A setting in which a tuning differs from the one before it.
record Difference(String name, String before, String now) {

    /// Only what differs; none when they are alike.
    static List<Difference> between(Tuning before, Tuning now) {
        var differences = new ArrayList<Difference>();
        add(differences, "base", before.base(), now.base());
        add(differences, "dataset", before.release(), now.release());
        for (Setting setting : Setting.values()) {
            add(differences, setting.words().toLowerCase(java.util.Locale.ROOT), setting.of(before.recipe()),
                    setting.of(now.recipe()));
        }
        return List.copyOf(differences);
    }

    private static void add(List<Difference> differences, String name, String before, String now) {
        if (!before.equals(now)) {
            differences.add(new Difference(name, before, now));
        }
    }
}
