package fettle.example;

/// What people say of a row beside its status and tags.
///
/// @param rating 1 to 5; 0 when nobody has rated it
/// @param flagged whether it is to be looked at again
/// @param note free text; empty for none
/// @param dataset the dataset of the project that it belongs to; empty for the main one
public record Remarks(int rating, boolean flagged, String note, String dataset) {

    public static final Remarks NONE = new Remarks(0, false, "", "");
    public static final int BEST = 5;

    public Remarks {
        if (rating < 0 || rating > BEST) {
            throw new IllegalArgumentException("A rating is 1 to 5, or 0 for none, not " + rating + ".");
        }
    }
}
