package fettle.ui.example.bulk;

import fettle.dataset.CheckKind;
import fettle.ui.session.Picked;
import java.util.Optional;
import java.util.stream.Stream;

/// A finding that another screen asks to have repaired.
///
/// @param rows those that it names
public record Repairing(CheckKind kind, Picked rows) {

    private static final String MARK = "repair ";

    /// What a detail of a destination asks for: `repair unbalanced_fence rows 3,7: code fence left open`.
    public static Optional<Repairing> of(String detail) {
        int end = detail.indexOf(' ', MARK.length());
        if (!detail.startsWith(MARK) || end < 0) {
            return Optional.empty();
        }
        String word = detail.substring(MARK.length(), end);
        return Stream.of(CheckKind.values()).filter(kind -> kind.word().equals(word)).findFirst()
                .flatMap(kind -> Picked.of(detail.substring(end + 1)).map(rows -> new Repairing(kind, rows)));
    }
}
