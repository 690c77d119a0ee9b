package fettle.tuning.supervision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;

/// One row as it will be trained: its whole text, token by token, and what becomes of each.
public final class Supervision {

    private final String text;
    private final Tokens tokens;
    private final List<Stretch> stretches;
    private final Counts counts;
    private final List<String> notes;

    /// What becomes of a token.
    public enum Kind {
        /// The model learns to say it.
        TRAINED,
        /// Words of the row that are read and not learned: questions, system texts, answers of weight 0.
        MASKED,
        /// What the chat template writes around the words; read and not learned.
        TEMPLATE,
        /// Beyond the limit: the model never sees it.
        CUT
    }

    /// Tokens of one kind that follow each other.
    ///
    /// @param turn the 0-based turn whose words they are; -1 for the template's
    /// @param wouldTrain whether they are cut off but would have been learned
    /// @param fromToken the first
    /// @param toToken exclusive
    /// @param from offset of their text
    /// @param to exclusive
    public record Stretch(Kind kind, int turn, boolean wouldTrain, int fromToken, int toToken, int from, int to) {

        /// How many tokens.
        public int tokens() {
            return toToken - fromToken;
        }
    }

    /// How many tokens of each kind.
    ///
    /// @param cutTrained of those cut off, how many would have been learned
    public record Counts(int trained, int masked, int template, int cut, int cutTrained) {

        /// All, those cut off too.
        public int total() {
            return trained + masked + template + cut;
        }

        /// What the row is good for.
        public Verdict verdict() {
            if (trained == 0) {
                return cutTrained > 0 ? Verdict.CUT_OFF : Verdict.TEACHES_NOTHING;
            }
            return cut > 0 ? Verdict.PARTLY_CUT : Verdict.WHOLE;
        }
    }

    /// What a row is good for under a limit. The words are those of the field `supervision`.
    public enum Verdict {
        TEACHES_NOTHING("teaches nothing"), CUT_OFF("cut off by the limit"), PARTLY_CUT("partly cut"), WHOLE(
                "whole"),
        REFUSED("refused by the template");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// What each token is, beside the row's ids.
    static final class Tokens {

        private final TrainingRow row;
        private final int[] ends;
        private final Kind[] kinds;
        private final int[] turns;
        private int known;

        Tokens(TrainingRow row) {
            this.row = row;
            this.ends = new int[row.length()];
            this.kinds = new Kind[row.length()];
            this.turns = new int[row.length()];
        }

        /// Tells the next token: the offset in the text where it ends (one that ends within a letter ends before it), what
        /// it is as if nothing were cut off, and the turn whose words it belongs to, or -1.
        void add(int end, Kind kind, int turn) {
            ends[known] = end;
            kinds[known] = kind;
            turns[known++] = turn;
        }

        boolean sameAsNext(int at) {
            return at + 1 < known && kinds[at + 1] == kinds[at] && turns[at + 1] == turns[at];
        }
    }

    /// `limit` is in tokens; `notes` are sentences.
    static Supervision of(String text, Tokens tokens, int limit, List<String> notes) {
        var stretches = new ArrayList<Stretch>();
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        int cutTrained = 0;
        int from = 0;
        for (int at = 0; at < tokens.row.length(); at++) {
            if (tokens.sameAsNext(at) && at + 1 != limit) {
                continue;
            }
            Kind was = tokens.kinds[at];
            boolean cut = at >= limit;
            boolean wouldTrain = cut && was == Kind.TRAINED;
            var stretch = new Stretch(cut ? Kind.CUT : was, tokens.turns[at], wouldTrain, from, at + 1,
                    from == 0 ? 0 : tokens.ends[from - 1], tokens.ends[at]);
            stretches.add(stretch);
            counts.merge(stretch.kind(), stretch.tokens(), Integer::sum);
            cutTrained += wouldTrain ? stretch.tokens() : 0;
            from = at + 1;
        }
        var counted = new Counts(counts.getOrDefault(Kind.TRAINED, 0), counts.getOrDefault(Kind.MASKED, 0),
                counts.getOrDefault(Kind.TEMPLATE, 0), counts.getOrDefault(Kind.CUT, 0), cutTrained);
        return new Supervision(text, tokens, List.copyOf(stretches), counted, List.copyOf(notes));
    }

    /// A row of nothing.
    public static Supervision none() {
        return of("", new Tokens(new TrainingRow(new int[0], new BitSet())), 0, List.of());
    }

    private Supervision(String text, Tokens tokens, List<Stretch> stretches, Counts counts, List<String> notes) {
        this.text = text;
        this.tokens = tokens;
        this.stretches = stretches;
        this.counts = counts;
        this.notes = notes;
    }

    /// The same with one note more, before the others.
    Supervision noting(String note) {
        var more = new ArrayList<>(notes);
        more.addFirst(note);
        return new Supervision(text, tokens, stretches, counts, List.copyOf(more));
    }

    /// All that the tokens stand for.
    public String text() {
        return text;
    }

    /// In order, without gaps.
    public List<Stretch> stretches() {
        return stretches;
    }

    public Counts counts() {
        return counts;
    }

    /// What else is worth knowing, each a sentence.
    public List<String> notes() {
        return notes;
    }

    /// The tokens with those that are learned, nothing cut off.
    public TrainingRow row() {
        return tokens.row;
    }

    /// The offset in the text where a token ends.
    public int end(int token) {
        return tokens.ends[token];
    }

    /// "1,142 of 1,182 tokens are trained; 40 template; nothing cut off."
    public String sentence() {
        var words = new ArrayList<String>();
        words.add("%,d of %,d %s trained".formatted(counts.trained(), counts.total(),
                counts.total() == 1 ? "token is" : "tokens are"));
        if (counts.masked() > 0) {
            words.add("%,d read only".formatted(counts.masked()));
        }
        if (counts.template() > 0) {
            words.add("%,d template".formatted(counts.template()));
        }
        words.add(counts.cut() == 0
                ? "nothing cut off"
                : "%,d cut off".formatted(counts.cut()) + (counts.cutTrained() == 0
                        ? ""
                        : ", %,d of them would have been trained".formatted(counts.cutTrained())));
        return String.join("; ", words) + ".";
    }
}
