package fettle.example;

/// Where an example stands in review. Imported and generated rows begin as drafts; any status may follow any other.
public enum ExampleStatus {
    DRAFT, APPROVED, REJECTED;

    /// The lower-case word of the command line and the store.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
