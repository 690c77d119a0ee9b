package fettle.tuning;

/// How a tuning stands.
public enum TuningStatus {
    RUNNING, SUCCEEDED, FAILED,
    /// The person stopped it; the last checkpoint is kept, and it can be resumed.
    STOPPED,
    /// The program ended while it ran; it can be resumed from its last checkpoint.
    INTERRUPTED;

    public boolean resumable() {
        return this == STOPPED || this == INTERRUPTED;
    }
}
