package fettle.cli;

import fettle.example.Receipt;
import fettle.example.ReceiptText;
import java.util.Locale;

/// Says a receipt to people.
final class ReceiptReport {

    private static final int SHOWN = 20;

    private ReceiptReport() {}

    /// `dryRun` when nothing came in.
    static void say(Receipt receipt, boolean dryRun, Report report) {
        String shape = receipt.shape().isEmpty() ? "" : " Shape: " + receipt.shape() + "; " + receipt.encoding() + ".";
        String examples = receipt.examples() == receipt.kept() ? "" : " as " + receipt.examples() + " examples";
        report.say("%d read, %d kept%s (%d repaired, %d repeats), %d refused.%s", receipt.read(), receipt.kept(),
                examples, receipt.repaired(), receipt.duplicates(), receipt.refused(), shape);
        if (dryRun) {
            report.say("Nothing was brought in: this was a dry run.");
        }
        receipt.problems().stream().limit(SHOWN).forEach(problem -> problem(problem, report));
        int more = Math.max(0, receipt.problems().size() - SHOWN) + receipt.furtherProblems();
        if (more > 0) {
            report.say("… and %d problems more; --json names them all.", more);
        }
        if (receipt.problems().size() > 1) {
            receipt.kinds().forEach(kind -> kind(kind, report));
        }
    }

    private static void problem(Receipt.Problem problem, Report report) {
        report.say(ReceiptText.place(problem) + ": " + problem.message() + mending(problem));
        piece(problem.repaired() ? "was" : "is", problem.before(), report);
        piece(problem.repaired() ? "now" : "would be", problem.after(), report);
    }

    private static void piece(String what, String words, Report report) {
        if (!words.isEmpty()) {
            report.say("    " + what + " " + words.replace("\r", "").replace('\n', '\u23CE'));
        }
    }

    private static String mending(Receipt.Problem problem) {
        if (problem.repair().isEmpty()) {
            return "";
        }
        String repair = problem.repair().endsWith(".") ? problem.repair() : problem.repair() + ".";
        return (problem.repaired() ? " Mended: " : " What mends it: ") + repair;
    }

    private static void kind(Receipt.Kind kind, Report report) {
        String mended = kind.repaired() > 0 ? String.format(Locale.ROOT, ", %d mended", kind.repaired()) : "";
        String mendable = kind.repairable() > 0
                ? String.format(Locale.ROOT, ", %d can be mended (--repair=%s)", kind.repairable(), kind.kind())
                : "";
        String refused = kind.refused() > 0 ? String.format(Locale.ROOT, ", %d rows refused", kind.refused()) : "";
        report.say("%s: %d%s%s%s", kind.kind(), kind.count(), refused, mended, mendable);
    }
}
