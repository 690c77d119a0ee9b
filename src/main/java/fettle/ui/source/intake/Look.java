package fettle.ui.source.intake;

import fettle.example.FilePreview;
import fettle.example.Preview;
import fettle.example.Receipt;
import fettle.example.RepairKinds;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.ui.source.intake.ImportWork.Choice;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/// What a file gave when it was read to its end: as it stands, with all mended that can be, and with what the person wants
/// mended. Three readings, because a mended row may be wrong in a further way that only a reading finds.
///
/// @param repairs the kinds that the person wants mended
record Look(Preview stands, Preview mended, Preview chosen, Set<String> repairs) {

    /// The file as it is shown; its first examples are those with the chosen repairs.
    FilePreview file() {
        return chosen.files().getFirst();
    }

    Receipt receipt() {
        return chosen.receipt();
    }

    /// The kinds that can be mended.
    Set<String> repairable() {
        var kinds = new LinkedHashSet<String>();
        for (Receipt.Kind kind : mended.receipt().kinds()) {
            if (kind.repaired() > 0) {
                kinds.add(kind.kind());
            }
        }
        return kinds;
    }

    /// How the file would be imported now.
    RepairKinds repairKinds() {
        return repairs.containsAll(repairable()) && !repairs.isEmpty() ? RepairKinds.ALL : RepairKinds.of(repairs);
    }

    /// Reads a file anew, with every repair chosen.
    static Work<Look> at(Choice choice, Function<Choice, Work<Preview>> reading) {
        return progress -> {
            Preview stands = read(choice, RepairKinds.NONE, reading, progress);
            if (stands.receipt().repairable() == 0) {
                return new Look(stands, stands, stands, Set.of());
            }
            Preview mended = read(choice, RepairKinds.ALL, reading, progress);
            var both = new Look(stands, mended, mended, Set.of());
            return new Look(stands, mended, mended, both.repairable());
        };
    }

    /// The same file with other repairs chosen.
    Work<Look> choosing(Choice choice, Set<String> kinds, Function<Choice, Work<Preview>> reading) {
        if (kinds.isEmpty()) {
            return _ -> new Look(stands, mended, stands, Set.of());
        }
        if (kinds.containsAll(repairable())) {
            return _ -> new Look(stands, mended, mended, kinds);
        }
        return progress -> new Look(stands, mended, read(choice, RepairKinds.of(kinds), reading, progress), kinds);
    }

    private static Preview read(Choice choice, RepairKinds repairs, Function<Choice, Work<Preview>> reading,
            Progress progress) throws Exception {
        return reading.apply(new Choice(choice.file(), choice.settings().mending(repairs))).run(progress);
    }
}
