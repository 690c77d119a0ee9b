package fettle.example.shape;

/// A row that is no example: why, a sentence.
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final String kind;

    public Refused(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /// A short word for programs.
    public String kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
