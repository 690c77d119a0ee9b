package fettle.collect.article;

import java.util.Optional;

/// What was read from a page.
///
/// @param markdown empty when nothing was found
/// @param canonical the address that the page gives itself; empty if it gives none
/// @param refusal why this is no article, as a clause; empty when it is one
public record PageText(Metadata metadata, String markdown, String canonical, Optional<String> refusal) {}
