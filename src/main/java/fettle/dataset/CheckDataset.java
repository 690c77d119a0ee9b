package fettle.dataset;

import fettle.example.ChatTokens;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStore;
import fettle.example.Turn;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.token.TokenCounter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Looks all rows that are not rejected through for what a provider would refuse, what teaches nothing and what is
/// probably a mistake. Changes nothing; each finding names its rows.
public final class CheckDataset implements Work<CheckReport> {

    private static final int FEW = 10;

    private final ExampleStore examples;
    private final TokenCounter counter;
    private final int limit;
    private final Map<CheckKind, Set<Long>> found = new EnumMap<>(CheckKind.class);
    private final Set<Long> bodies = new HashSet<>();
    private final Map<Long, Asked> questions = new HashMap<>();
    private final List<Long> withoutSystem = new ArrayList<>();
    private boolean anySystem;
    private int rows;

    /// The rows that ask one question, and what they answer.
    private static final class Asked {

        private final Set<Long> answers = new HashSet<>();
        private final Set<Side> sides = new HashSet<>();
        private final List<Long> ids = new ArrayList<>();
    }

    /// `limit` is in tokens of a row. A check runs once.
    public CheckDataset(ExampleStore examples, TokenCounter counter, int limit) {
        this.examples = examples;
        this.counter = counter;
        this.limit = limit;
    }

    @Override
    public CheckReport run(Progress progress) throws IOException, InterruptedException {
        KeptRow.each(examples, ExampleQuery.KEPT, progress, this::check);
        for (Asked asked : questions.values()) {
            note(asked.answers.size() > 1, CheckKind.CONTRADICTION, asked.ids);
            note(asked.sides.contains(Side.VALIDATION) && asked.sides.size() > 1, CheckKind.QUESTION_ON_BOTH_SIDES,
                    asked.ids);
        }
        note(anySystem, CheckKind.MISSING_SYSTEM, withoutSystem);
        var findings = new ArrayList<Finding>();
        found.forEach((kind, ids) -> findings.add(finding(kind, List.copyOf(ids))));
        if (rows < FEW) {
            findings.add(new Finding(CheckKind.TOO_FEW.word(), CheckKind.TOO_FEW, CheckKind.TOO_FEW.level(),
                    rows == 1 ? "There is 1 row." : "There are " + rows + " rows.", CheckKind.TOO_FEW.fix(),
                    List.of()));
        }
        findings.sort(Comparator.comparing(Finding::level).thenComparing(Finding::kind));
        return new CheckReport(rows, List.copyOf(findings));
    }

    private static Finding finding(CheckKind kind, List<Long> ids) {
        String message = (ids.size() == 1 ? "1 row has " : ids.size() + " rows have ") + kind.what() + ".";
        return new Finding(kind.word(), kind, kind.level(), message, kind.fix(), ids);
    }

    private void note(boolean applies, CheckKind kind, List<Long> ids) {
        if (applies && !ids.isEmpty()) {
            found.computeIfAbsent(kind, _ -> new TreeSet<>()).addAll(ids);
        }
    }

    private void check(KeptRow row) {
        rows++;
        List<Long> id = List.of(row.example().id());
        List<Turn> turns = row.example().turns();
        Set<CheckKind> kinds = new LinkedHashSet<>(SchemaChecks.of(row.example().body()));
        kinds.addAll(TextChecks.of(turns));
        kinds.forEach(kind -> note(true, kind, id));
        ChatTokens.Counts tokens = ChatTokens.count(row.example().body(), counter);
        note(tokens.total() > limit, CheckKind.OVER_LIMIT, id);
        note(tokens.trained() > 0 && tokens.lead() >= limit, CheckKind.TEACHES_NOTHING, id);
        note(!turns.isEmpty() && !has(turns, "user"), CheckKind.MISSING_USER, id);
        if (has(turns, "system") || has(turns, "developer")) {
            anySystem = true;
        } else {
            withoutSystem.addAll(id);
        }
        if (!bodies.add(digest(row.example().body().toString()))) {
            note(true, CheckKind.DUPLICATE, id);
        }
        ask(row, turns);
    }

    private static boolean has(List<Turn> turns, String role) {
        return turns.stream().anyMatch(turn -> turn.role().equals(role));
    }

    /// The question is all that precedes the last answer; blanks at its ends and case are ignored.
    private void ask(KeptRow row, List<Turn> turns) {
        Optional<Turn> last = turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
        if (turns.size() < 2 || !last.map(Turn::role).orElse("").equals("assistant") || !has(turns, "user")) {
            return;
        }
        var question = new StringBuilder();
        for (Turn turn : turns.subList(0, turns.size() - 1)) {
            question.append(turn.role()).append('\0').append(turn.text().strip().toLowerCase(Locale.ROOT)).append('\0');
        }
        Asked asked = questions.computeIfAbsent(digest(question.toString()), _ -> new Asked());
        asked.answers.add(digest(turns.getLast().text().strip()));
        asked.sides.add(row.side() == Side.VALIDATION ? Side.VALIDATION : Side.TRAIN);
        asked.ids.add(row.example().id());
    }

    /// The first 8 bytes of a SHA-256: enough to tell some millions of texts apart.
    private static long digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
