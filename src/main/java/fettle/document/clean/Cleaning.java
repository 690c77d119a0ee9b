package fettle.document.clean;

import static fettle.document.clean.Cleaning.Layout.CODE;
import static fettle.document.clean.Cleaning.Layout.MARKDOWN;
import static fettle.document.clean.Cleaning.Layout.PLAIN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules of one source, in their order.
public final class Cleaning {

    /// How a text is laid out: code, tables and fences must not be touched by rules for prose.
    public enum Layout {
        MARKDOWN, PLAIN, CODE
    }

    private static final Set<Layout> PROSE = Set.of(MARKDOWN, PLAIN);
    private static final Set<Layout> ALL = Set.of(MARKDOWN, PLAIN, CODE);

    /// All rules, in the order in which they are applied: first the letters are made right, then whole lines are taken
    /// out, then the gaps are closed. Secrets come last, when nothing hides them any more.
    public static final List<CleaningRule> RULES = List.of(
            new CleaningRule("encoding", "Encoding repaired", true, PROSE, (text, _) -> Mojibake.edits(text)),
            new CleaningRule("entities", "HTML entities decoded", true, PROSE, Entities::edits),
            new CleaningRule("control", "Control characters removed", true, ALL, (text, _) -> Letters.controls(text)),
            new CleaningRule("zero-width", "Zero-width characters removed", true, PROSE,
                    (text, _) -> Letters.zeroWidths(text)),
            new CleaningRule("bidi", "Direction marks pointed out", true, ALL, (text, _) -> Letters.directions(text)),
            new CleaningRule("lost", "Lost characters pointed out", true, ALL, (text, _) -> Letters.lost(text)),
            new CleaningRule("nfc", "Letters and accents joined", true, PROSE, (text, _) -> Letters.composed(text)),
            new CleaningRule("quotes", "Quotation marks made straight", false, PROSE, Letters::quotes),
            new CleaningRule("nbsp", "No-break spaces replaced", true, PROSE, Letters::spaces),
            new CleaningRule("line-ends", "Line ends made alike", true, ALL, (text, _) -> Gaps.lineEnds(text)),
            new CleaningRule("front-matter", "Front matter removed", true, Set.of(MARKDOWN),
                    (text, _) -> FrontMatter.edits(text)),
            new CleaningRule("html-comments", "HTML comments removed", false, Set.of(MARKDOWN), Boilerplate::comments),
            new CleaningRule("boilerplate", "Badges and link lists dropped", true, PROSE, Boilerplate::edits),
            new CleaningRule("whitespace", "White space tidied", true, PROSE, Gaps::edits),
            new CleaningRule("secrets", "Secrets masked", true, ALL, (text, _) -> Secrets.edits(text)));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<CleaningRule> rules;

    private Cleaning(List<CleaningRule> rules) {
        this.rules = rules;
    }

    /// `switches` say whether a rule is on, by its id; the others are as they usually are.
    public static Cleaning with(Map<String, Boolean> switches) {
        return new Cleaning(RULES.stream().filter(rule -> isOn(rule, switches)).toList());
    }

    private static boolean isOn(CleaningRule rule, Map<String, Boolean> switches) {
        return switches.getOrDefault(rule.id(), rule.usual());
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

    /// What each rule does to `text`, also those that are off: these as if they alone were switched on as well.
    public static List<RulePreview> preview(String text, Layout layout, Map<String, Boolean> switches) {
        return Preview.of(text, layout, rule -> isOn(rule, switches));
    }

    /// The same, with the rules as they usually are.
    public static List<RulePreview> preview(String text, Layout layout) {
        return preview(text, layout, Map.of());
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
