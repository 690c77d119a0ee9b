package fettle.ui.session;

/// Where to go, and what to show there.
///
/// @param detail an id that the screen understands (an example's, a document's, a tuning's); empty for the screen as it was
public record Destination(Place place, String detail) {}
