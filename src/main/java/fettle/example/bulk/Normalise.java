package fettle.example.bulk;

import fettle.example.Example;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the texts of rows even by rules, one after the other.
///
/// @param rules those that are on
/// @param roles whose texts; none for all
public record Normalise(Set<Rule> rules, Set<String> roles) implements Ruled {

    /// What most people want: nothing that changes how a text reads.
    public static final Set<Rule> USUAL = Set.of(Rule.LINE_ENDS, Rule.NFC, Rule.ODD_BLANKS, Rule.ZERO_WIDTH,
            Rule.LINE_TAILS, Rule.BLANK_LINES, Rule.ENDS);

    public Normalise {
        rules = Set.copyOf(rules);
        roles = Set.copyOf(roles);
    }

    @Override
    public Ruling rule(Example example) {
        var busy = EnumSet.noneOf(Rule.class);
        var body = Texts.changed(example.body(), roles, (_, text) -> even(text, busy));
        long done = busy.stream().filter(rules::contains).count();
        return new Ruling(Result.body(example, body, (int) done),
                busy.stream().map(Rule::name).collect(Collectors.toSet()));
    }

    private String even(String text, Set<Rule> busy) {
        String now = text;
        for (Rule rule : Rule.values()) {
            String after = rule.on(now);
            if (!after.equals(now)) {
                busy.add(rule);
                now = rules.contains(rule) ? after : now;
            }
        }
        return now;
    }
}
