package fettle.dataset;

import fettle.dataset.Finding.Level;
import java.util.List;

/// What all checks found.
///
/// @param rows how many were looked at
/// @param findings errors first, then by the order of the kinds
public record CheckReport(int rows, List<Finding> findings) {

    public int errors() {
        return count(Level.ERROR);
    }

    public int warnings() {
        return count(Level.WARNING);
    }

    /// Whether a trainer would take every row.
    public boolean isValid() {
        return errors() == 0;
    }

    private int count(Level level) {
        return (int) findings.stream().filter(finding -> finding.level() == level).count();
    }
}
