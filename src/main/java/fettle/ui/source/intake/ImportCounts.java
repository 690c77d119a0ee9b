package fettle.ui.source.intake;

import fettle.example.Receipt;
import fettle.ui.session.Words;
import java.util.List;

/// The numbers of the dialog, in rows. `read = asTheyAre + repairable + duplicates + refused`.
///
/// @param asTheyAre that come in unchanged, and are no repeats
/// @param repairable that would come in mended, if all is mended
/// @param duplicates that repeat an earlier row; they come in, marked
/// @param refused that cannot come in whatever is mended
/// @param repairs rows that are mended as it is chosen now
/// @param imports examples that come in as it is chosen now
/// @param unmended examples that would come in without any repair
record ImportCounts(int read, int asTheyAre, int repairable, int duplicates, int refused, int repairs, int imports,
        int unmended) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0);

    static ImportCounts of(List<Look> looks) {
        return looks.stream().map(ImportCounts::of).reduce(NONE, ImportCounts::plus);
    }

    private static ImportCounts of(Look look) {
        Receipt best = look.mended().receipt();
        int duplicates = Math.min(best.duplicates(), best.kept() - best.repaired());
        return new ImportCounts(best.read(), best.kept() - best.repaired() - duplicates, best.repaired(), duplicates,
                best.refused(), look.receipt().repaired(), look.receipt().examples(),
                look.stands().receipt().examples());
    }

    /// Those of a receipt of long ago, when what could be done is done.
    static ImportCounts of(Receipt receipt) {
        int duplicates = Math.min(receipt.duplicates(), receipt.kept() - receipt.repaired());
        return new ImportCounts(receipt.read(), receipt.kept() - receipt.repaired() - duplicates, receipt.repaired(),
                duplicates, receipt.refused(), receipt.repaired(), receipt.examples(), receipt.examples());
    }

    private ImportCounts plus(ImportCounts other) {
        return new ImportCounts(read + other.read, asTheyAre + other.asTheyAre, repairable + other.repairable,
                duplicates + other.duplicates, refused + other.refused, repairs + other.repairs,
                imports + other.imports, unmended + other.unmended);
    }

    /// "Repair 9 and import 211", "Import 213".
    String primary() {
        return repairs > 0
                ? "Repair %s and import %s".formatted(Words.number(repairs), Words.number(imports))
                : "Import " + Words.number(imports);
    }

    /// "Import 202, leave the rest"; "Import 211 as they stand" when no row would be left; empty when nothing is mended.
    String secondary() {
        if (repairs == 0 || unmended == 0) {
            return "";
        }
        return unmended == imports
                ? "Import " + Words.number(unmended) + " as they stand"
                : "Import " + Words.number(unmended) + ", leave the rest";
    }
}
