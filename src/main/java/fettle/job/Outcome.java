package fettle.job;

/// How work ended. Never an empty result for a failure.
///
/// @param <T> what the work makes
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /// `cause` is an [ExpectedException] when its message is a sentence for the person; anything else is a bug.
    record Failed<T>(Throwable cause) implements Outcome<T> {}

    record Stopped<T>() implements Outcome<T> {}
}
