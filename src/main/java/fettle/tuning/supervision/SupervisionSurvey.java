package fettle.tuning.supervision;

import fettle.tuning.supervision.Supervision.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// What will be trained of many rows.
public final class SupervisionSurvey {

    private final Family family;
    private final long tokens;
    private final long trained;
    private final Map<Verdict, long[]> rows;

    /// Rows that are told one after the other.
    static final class Tally {

        private final Map<Verdict, LongStream.Builder> rows = new EnumMap<>(Verdict.class);
        private long tokens;
        private long trained;

        /// `someTokens` are those within the limit, `someTrained` those that are learned.
        void add(long id, Verdict verdict, long someTokens, long someTrained) {
            add(id, verdict);
            count(someTokens, someTrained);
        }

        void add(long id, Verdict verdict) {
            rows.computeIfAbsent(verdict, _ -> LongStream.builder()).add(id);
        }

        void count(long someTokens, long someTrained) {
            tokens += someTokens;
            trained += someTrained;
        }

        SupervisionSurvey of(Family family) {
            var found = new EnumMap<Verdict, long[]>(Verdict.class);
            rows.forEach((verdict, ids) -> found.put(verdict, ids.build().toArray()));
            return new SupervisionSurvey(family, tokens, trained, found);
        }
    }

    private SupervisionSurvey(Family family, long tokens, long trained, Map<Verdict, long[]> rows) {
        this.family = family;
        this.tokens = tokens;
        this.trained = trained;
        this.rows = rows;
    }

    public Family family() {
        return family;
    }

    /// Tokens that the model sees: of each row those within the limit.
    public long tokens() {
        return tokens;
    }

    /// Tokens that it learns.
    public long trained() {
        return trained;
    }

    /// How many rows were looked at.
    public int rows() {
        return rows.values().stream().mapToInt(ids -> ids.length).sum();
    }

    /// How many rows are so.
    public int count(Verdict verdict) {
        return ids(verdict).length;
    }

    /// The rows that are so, in the order in which they came.
    public long[] ids(Verdict verdict) {
        return rows.getOrDefault(verdict, new long[0]).clone();
    }

    /// The rows by the words of the field `supervision`; a word without rows is left out.
    public Map<String, long[]> rowsByValue() {
        var byWord = new LinkedHashMap<String, long[]>();
        for (Verdict verdict : Verdict.values()) {
            if (count(verdict) > 0) {
                byWord.put(verdict.word(), ids(verdict));
            }
        }
        return byWord;
    }

    /// Rows from which nothing is learned, whatever the reason.
    public int idle() {
        return count(Verdict.TEACHES_NOTHING) + count(Verdict.CUT_OFF) + count(Verdict.REFUSED);
    }

    /// "81,204 of 310,566 tokens will be trained; 14 rows teach nothing."
    public String sentence() {
        String nothing = switch (idle()) {
            case 0 -> "every row teaches something";
            case 1 -> "1 row teaches nothing";
            default -> "%,d rows teach nothing".formatted(idle());
        };
        return "%,d of %,d tokens will be trained; %s.".formatted(trained, tokens, nothing);
    }
}
