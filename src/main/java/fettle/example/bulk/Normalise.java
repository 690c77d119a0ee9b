package fettle.example.bulk;

import fettle.example.Example;
import java.util.EnumSet;
import java.util.Set;

/// Makes the texts of rows even by rules, one after the other.
///
/// @param rules those that are on
/// @param roles whose texts; none for all
public record Normalise(Set<Rule> rules, Set<String> roles) implements RowAct {

    /// What most people want: nothing that changes how a text reads.
    public static final Set<Rule> USUAL = Set.of(Rule.LINE_ENDS, Rule.NFC, Rule.ODD_BLANKS, Rule.ZERO_WIDTH,
            Rule.LINE_TAILS, Rule.BLANK_LINES, Rule.ENDS);

    /// What becomes of a row, and which rules have something to do in it.
    ///
    /// @param busy the rules that change the row, or would if they were on
    public record Evened(Result result, Set<Rule> busy) {}

    public Normalise {
        rules = Set.copyOf(rules);
        roles = Set.copyOf(roles);
    }

    @Override
    public Result on(Example example) {
        return even(example).result();
    }

    /// The same, with the rules that have something to do.
    public Evened even(Example example) {
        var busy = EnumSet.noneOf(Rule.class);
        var body = Texts.changed(example.body(), roles, (_, text) -> even(text, busy));
        long done = busy.stream().filter(rules::contains).count();
        return new Evened(Result.body(example, body, (int) done), busy);
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
