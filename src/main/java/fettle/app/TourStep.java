package fettle.app;

/// One step of the tour: something is done, and usually drawn.
interface TourStep {

    /// One word, as the summary names it.
    String name();

    /// Whether this window has what the step needs; else it is left out.
    default boolean possible(TourStage stage) {
        return true;
    }

    /// Throws when the step did not succeed; the tour goes on with the next.
    void run(TourStage stage) throws Exception;
}
