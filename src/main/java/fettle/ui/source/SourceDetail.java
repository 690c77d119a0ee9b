package fettle.ui.source;

import fettle.example.Receipt;
import fettle.source.Skipped;
import fettle.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One source, opened up.
///
/// @param skipped by reason, the most frequent first
/// @param receipt of its import, when it was brought in since the window was opened
record SourceDetail(Source source, List<Reason> skipped, Optional<Receipt> receipt) {

    /// Why entries were not taken.
    ///
    /// @param example one of their paths
    record Reason(String why, String example, int count) {}

    static SourceDetail of(Source source, List<Skipped> skipped, Optional<Receipt> receipt) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (Skipped entry : skipped) {
            reasons.merge(entry.reason(), new Reason(entry.reason(), entry.path(), 1),
                    (known, fresh) -> new Reason(known.why(), known.example(), known.count() + 1));
        }
        var sorted = new ArrayList<>(reasons.values());
        sorted.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return new SourceDetail(source, List.copyOf(sorted), receipt);
    }
}
