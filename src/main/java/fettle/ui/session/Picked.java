package fettle.ui.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Examples that another screen points out, under a name: the rows of a finding.
///
/// @param name a word or a few, as a chip over the table shows them
/// @param ids of the examples, in any order
public record Picked(String name, List<Long> ids) {

    private static final String MARK = "rows ";

    /// This as the detail of a [Destination].
    public String detail() {
        return MARK + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ": " + name;
    }

    /// What a detail picks; empty when it is something else.
    public static Optional<Picked> of(String detail) {
        int colon = detail.indexOf(": ");
        if (!detail.startsWith(MARK) || colon < 0 || !detail.substring(MARK.length(), colon).matches("\\d[\\d,]*")) {
            return Optional.empty();
        }
        return Optional.of(new Picked(detail.substring(colon + 2),
                Arrays.stream(detail.substring(MARK.length(), colon).split(",")).map(Long::valueOf).toList()));
    }
}
