package fettle.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// Examples that another screen points out, under a name: the rows of a finding, or those that a step changed.
///
/// @param name a word or a few, as a chip over the table shows them
/// @param ids of the examples, in any order
public record Picked(String name, List<Long> ids) {

    private static final String MARK = "rows ";

    /// This as the detail of a [Destination]; ids that follow each other are written as "from-to".
    public String detail() {
        var runs = new StringJoiner(",");
        int from = 0;
        for (int at = 1; at <= ids.size(); at++) {
            if (at == ids.size() || ids.get(at) != ids.get(at - 1) + 1) {
                runs.add(at - from == 1 ? ids.get(from).toString() : ids.get(from) + "-" + ids.get(at - 1));
                from = at;
            }
        }
        return MARK + runs + ": " + name;
    }

    /// What a detail picks; empty when it is something else.
    public static Optional<Picked> of(String detail) {
        int colon = detail.indexOf(": ");
        if (!detail.startsWith(MARK) || colon < 0) {
            return Optional.empty();
        }
        var ids = new ArrayList<Long>();
        for (String run : detail.substring(MARK.length(), colon).split(",", -1)) {
            if (!run.matches("\\d{1,10}(-\\d{1,10})?")) {
                return Optional.empty();
            }
            int dash = run.indexOf('-');
            long from = Long.parseLong(dash < 0 ? run : run.substring(0, dash));
            long to = dash < 0 ? from : Long.parseLong(run.substring(dash + 1));
            for (long id = from; id <= to; id++) {
                ids.add(id);
            }
        }
        return Optional.of(new Picked(detail.substring(colon + 2), List.copyOf(ids)));
    }
}
