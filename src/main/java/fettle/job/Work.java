package fettle.job;

/// Long work that a person can watch and stop. Knows nothing of threads: it reports, and asks whether to stop.
///
/// @param <T> what it makes
@FunctionalInterface
public interface Work<T> {

    /// Runs to the end and returns what was made. Calls `progress.stopIfCancelled()` between steps; what is finished
    /// by then has already been handed on and stays.
    T run(Progress progress) throws Exception;
}
