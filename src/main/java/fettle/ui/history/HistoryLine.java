package fettle.ui.history;

import fettle.example.Step;
import java.time.LocalDate;

/// One line of the history as it is listed, newest first.
sealed interface HistoryLine {

    /// The day on which the steps below were made.
    record Day(LocalDate day) implements HistoryLine {}

    /// A step.
    ///
    /// @param depth 0 on the way that the project took, 1 on a branch beside it, and so on
    /// @param beside whether the project's own way beside it is done
    /// @param first whether nothing of its line stands above it
    /// @param last whether it is the oldest of its branch, where the branch leaves the line beside it
    /// @param here whether the project stands just after it
    record Mark(Step step, int depth, boolean beside, boolean first, boolean last,
            boolean here) implements HistoryLine {}

    /// The head of a branch.
    ///
    /// @param root the oldest step of the branch
    /// @param steps how many it has, with the branches that leave it
    /// @param depth that of its steps
    /// @param beside whether the project's own way beside it is done
    /// @param open whether its steps are listed below
    record Fold(long root, int steps, int depth, boolean beside, boolean open) implements HistoryLine {}

    /// Before the first step.
    record Beginning(boolean here) implements HistoryLine {}
}
