package fettle.example;

/// One step of the project's history. Steps form a tree: whoever acts after going back begins a branch, and what was
/// done before is kept on its own.
///
/// @param number 1 for the first; greater than its parent's
/// @param sentence what was done, for people: "Approved 3 examples"
/// @param atMillis milliseconds since the epoch; for joined steps when the last change joined
/// @param rows how many rows it changed
/// @param parent the step before it; 0 for the beginning
public record Step(long number, String sentence, long atMillis, int rows, long parent, State state) {

    /// Where a step stands to the present.
    public enum State {
        /// It is part of what the project is now.
        DONE,
        /// Undone, and what redo does again.
        UNDONE,
        /// Left behind, since something else was done after it was undone. One can travel there.
        BRANCH
    }

    /// Whether it was undone and redo leads there.
    public boolean undone() {
        return state == State.UNDONE;
    }

    public boolean done() {
        return state == State.DONE;
    }
}
