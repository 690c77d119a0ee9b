package fettle.ui.source.intake;

import fettle.example.Receipt;
import fettle.example.Receipt.Counts;
import fettle.example.Receipt.Kind;
import fettle.example.Receipt.Problem;
import java.util.ArrayList;
import java.util.List;

/// A receipt of a bad file.
final class ManyProblems {

    private ManyProblems() {}

    static Receipt receipt(int kinds, int problems) {
        var all = new ArrayList<Problem>();
        for (int place = 0; place < problems; place++) {
            all.add(new Problem("support_faq.csv", 2 + place, 7, 1 + place, "kind-" + place % kinds,
                    "Something is wrong with this row, and the sentence that says so is rather long for one line.",
                    "take it out", place % 2 == 0, "a text that stands wrong here ".repeat(8) + place,
                    "a text that stands right here ".repeat(8) + place));
        }
        var counted = new ArrayList<Kind>();
        for (int kind = 0; kind < kinds; kind++) {
            counted.add(new Kind("kind-" + kind, problems / kinds, kind % 3 == 0 ? 5 : 0, 0,
                    kind % 2 == 0 ? problems / kinds : 0, all.get(kind)));
        }
        return new Receipt(new Counts(1_180_000, 1_180_000, 25_000, 0, 4_000, 812), "question-answer",
                "`question` and `answer` in the first 50 rows.", "windows-1252", List.of("source_url"), all, 0, counted,
                List.of());
    }
}
