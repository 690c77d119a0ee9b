package fettle.document.clean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules of one source, in their order.
public final class Cleaning {

    /// How a text is laid out: code, tables and fences must not be touched by rules for prose.
    public enum Layout {
        MARKDOWN, PLAIN, CODE
    }

    /// All rules, in the order in which they are applied.
    public static final List<CleaningRule> RULES = List.of();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<CleaningRule> rules;

    private Cleaning(List<CleaningRule> rules) {
        this.rules = rules;
    }

    /// `switches` say whether a rule is on, by its id; the others are as they usually are.
    public static Cleaning with(Map<String, Boolean> switches) {
        return new Cleaning(RULES.stream().filter(rule -> switches.getOrDefault(rule.id(), rule.usual())).toList());
    }

    public Cleaned clean(String text, Layout layout) {
        var counts = new LinkedHashMap<String, Integer>();
        String clean = text;
        for (CleaningRule rule : rules) {
            CleaningRule.Change change = rule.apply(clean, layout);
            clean = change.text();
            if (change.count() > 0) {
                counts.put(rule.id(), change.count());
            }
        }
        return new Cleaned(clean, counts);
    }

    /// Counts as text, for [#read].
    public static String write(Map<String, Integer> counts) {
        return JSON.writeValueAsString(counts);
    }

    public static Map<String, Integer> read(String text) {
        var counts = new LinkedHashMap<String, Integer>();
        JsonNode all = JSON.readTree(text);
        all.propertyNames().forEach(rule -> counts.put(rule, all.path(rule).asInt(0)));
        return counts;
    }
}
