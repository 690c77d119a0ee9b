package fettle.example;

import fettle.example.Receipt.Kind;
import fettle.example.Receipt.Problem;
import fettle.example.Receipt.Repeat;
import java.util.Locale;

/// A receipt as Markdown, to be read and kept.
public final class ReceiptText {

    private final StringBuilder text = new StringBuilder();

    private ReceiptText() {}

    /// `title` says what was imported.
    public static String markdown(String title, Receipt receipt) {
        var all = new ReceiptText();
        all.line("# Receipt: " + plain(title));
        all.line("");
        all.numbers(receipt);
        all.kinds(receipt);
        all.problems(receipt);
        all.repeats(receipt);
        return all.text.toString();
    }

    private void numbers(Receipt receipt) {
        line("| read | kept | examples | repaired | duplicates | refused |");
        line("|---:|---:|---:|---:|---:|---:|");
        line(String.format(Locale.ROOT, "| %,d | %,d | %,d | %,d | %,d | %,d |", receipt.read(), receipt.kept(),
                receipt.examples(), receipt.repaired(), receipt.duplicates(), receipt.refused()));
        line("");
        receipt.evidence().lines().forEach(why -> line("- " + plain(why)));
        if (!receipt.encoding().isEmpty()) {
            line("- Encoding: " + plain(receipt.encoding()) + ".");
        }
        if (!receipt.unused().isEmpty()) {
            line("- Not used: " + plain(String.join(", ", receipt.unused())) + ".");
        }
        if (receipt.repairable() > 0) {
            line(String.format(Locale.ROOT, "- %,d rows have something that could still be mended.",
                    receipt.repairable()));
        }
        if (receipt.isClean() && receipt.read() > 0) {
            line("- Every row came in as it stands.");
        }
    }

    private void kinds(Receipt receipt) {
        if (receipt.kinds().isEmpty()) {
            return;
        }
        line("");
        line("## Kinds of problems");
        line("");
        line("| kind | problems | rows refused | can be mended | mended | the first |");
        line("|---|---:|---:|---:|---:|---|");
        for (Kind kind : receipt.kinds()) {
            line(String.format(Locale.ROOT, "| %s | %,d | %,d | %,d | %,d | %s |", cell(kind.kind()), kind.count(),
                    kind.refused(), kind.repairable(), kind.repaired(), cell(place(kind.first()))));
        }
    }

    private void problems(Receipt receipt) {
        if (receipt.problems().isEmpty()) {
            return;
        }
        line("");
        line("## Problems");
        line("");
        receipt.problems().forEach(this::problem);
        if (receipt.furtherProblems() > 0) {
            line(String.format(Locale.ROOT, "- … and %,d more, which are counted above.", receipt.furtherProblems()));
        }
    }

    private void problem(Problem problem) {
        String mending = problem.repair().isEmpty()
                ? ""
                : (problem.repaired() ? " Mended: " : " What mends it: ") + problem.repair() + ".";
        line("- **" + plain(place(problem)) + "** " + plain(problem.kind() + ": " + problem.message() + mending));
        piece("as it stands: ", problem.before());
        piece(problem.repaired() ? "as it is now: " : "as it would be: ", problem.after());
    }

    private void piece(String what, String words) {
        if (!words.isEmpty()) {
            line("  - " + what + code(words));
        }
    }

    private void repeats(Receipt receipt) {
        if (receipt.repeats().isEmpty()) {
            return;
        }
        line("");
        line("## Repeats of earlier rows (kept and marked)");
        line("");
        for (Repeat repeat : receipt.repeats()) {
            line("- " + plain(place(repeat.file(), repeat.line(), 0, repeat.row())) + ": " + code(repeat.words()));
        }
        int more = receipt.duplicates() - receipt.repeats().size();
        if (more > 0) {
            line(String.format(Locale.ROOT, "- … and %,d more.", more));
        }
    }

    /// Where it is, for people: `faq.csv:12:3, row 11`.
    public static String place(Problem problem) {
        return place(problem.file(), problem.line(), problem.column(), problem.row());
    }

    private static String place(String file, int line, int column, int row) {
        return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + (row > 0 ? ", row " + row : "");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /// On one line, and no Markdown.
    private static String plain(String words) {
        return words.replace('\n', ' ').replace('\r', ' ').replaceAll("([\\\\`*_<>\\[\\]#|])", "\\\\$1");
    }

    private static String cell(String words) {
        return plain(words);
    }

    private static String code(String words) {
        String fence = "`".repeat(words.contains("``") ? 3 : words.contains("`") ? 2 : 1);
        String blank = words.isEmpty() || fence.length() > 1 ? " " : "";
        return fence + blank + words.replace("\n", "\u23CE").replace("\r", "") + blank + fence;
    }
}
