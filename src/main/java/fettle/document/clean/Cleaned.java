package fettle.document.clean;

import java.util.Map;

/// A text after cleaning.
///
/// @param counts places that each rule changed, by its id, in the order of the rules; a rule that changed nothing is absent
public record Cleaned(String text, Map<String, Integer> counts) {}
