package fettle.document.clean;

import java.util.List;

/// What one rule does to one text.
///
/// @param rule its id
/// @param words what lists show once it was done
/// @param on whether it is switched on
/// @param count places that it changes, or points out
/// @param places the first of them, at most [#MOST_PLACES]
public record RulePreview(String rule, String words, boolean on, int count, List<Place> places) {

    public static final int MOST_PLACES = 50;

    public RulePreview {
        places = List.copyOf(places);
    }

    /// One place, with some of the line before and behind it.
    ///
    /// @param offset in the text before any cleaning, in UTF-16 units; near it where another rule changed the same place
    /// @param before what stands there
    /// @param after what will stand there; the same as `before` where a place is only pointed out
    public record Place(int offset, String before, String after) {}
}
