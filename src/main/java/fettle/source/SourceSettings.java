package fettle.source;

import java.util.List;
import java.util.Map;

/// What the person decides of one source.
///
/// @param include globs of the paths that are taken, such as `docs/**`; empty for all
/// @param exclude globs of the paths that are not taken
/// @param cleaning whether a cleaning rule is on, by its id; a rule that is not named is as it usually is
/// @param choices how a page is read, by its address: "article", "body", or a CSS selector as `css:main .text`
public record SourceSettings(List<String> include, List<String> exclude, Map<String, Boolean> cleaning,
        Map<String, String> choices) {

    public static final SourceSettings USUAL = new SourceSettings(List.of(), List.of(), Map.of(), Map.of());

    public SourceSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        cleaning = Map.copyOf(cleaning);
        choices = Map.copyOf(choices);
    }

    public SourceSettings withGlobs(List<String> newInclude, List<String> newExclude) {
        return new SourceSettings(newInclude, newExclude, cleaning, choices);
    }

    public SourceSettings withCleaning(Map<String, Boolean> newCleaning) {
        return new SourceSettings(include, exclude, newCleaning, choices);
    }

    public SourceSettings withChoices(Map<String, String> newChoices) {
        return new SourceSettings(include, exclude, cleaning, newChoices);
    }
}
