package fettle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.dataset.SplitSettings.Group;
import fettle.example.BodyJson;
import fettle.example.Example.Origin;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleStore;
import fettle.example.NewExample;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SplitDatasetTest {

    private static final String THIRTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen";

    private static String chat(String user, String assistant) {
        return "{\"messages\":[{\"role\":\"system\",\"content\":\"" + THIRTEEN + "\"},{\"role\":\"user\",\"content\":\""
                + user + "\"},{\"role\":\"assistant\",\"content\":\"" + assistant + "\"}]}";
    }

    private static ExampleStore rows(int count, int perDocument) throws Exception {
        var examples = TemporaryProject.examples();
        try (var addition = examples.add("Began")) {
            for (int i = 0; i < count; i++) {
                var origin = new Origin("doc", "s1", 0, "", "d" + i / perDocument, "", "");
                addition.add(new NewExample(BodyJson.read(chat("q" + i, "a")), List.of(), origin));
            }
        }
        return examples;
    }

    private static Split split(ExampleStore examples, double share, long seed, Group group) throws Exception {
        return new SplitDataset(examples, new SplitSettings(share, seed, group)).run(Progress.UNWATCHED);
    }

    private static List<Side> sides(ExampleStore examples) throws Exception {
        var view = examples.view(ExampleQuery.ALL);
        var sides = new ArrayList<Side>();
        for (int i = 0; i < view.size(); i++) {
            sides.add(view.row(i).split());
        }
        return sides;
    }

    @Test
    void dividesByTheShareAndAlikeForTheSameSeed() throws Exception {
        var examples = rows(50, 1);
        Split split = split(examples, 0.2, 7, Group.NONE);
        assertEquals(List.of(40, 10, 50), List.of(split.train(), split.validation(), split.groups()));
        List<Side> first = sides(examples);
        split(examples, 0.2, 8, Group.NONE);
        assertNotEquals(first, sides(examples));
        split(examples, 0.2, 7, Group.NONE);
        assertEquals(first, sides(examples));
        assertEquals("Split 50 rows: 40 to train, 10 to validation", examples.history().getLast().sentence());
        assertEquals(4, examples.history().size());
    }

    @Test
    void keepsRowsOfOneDocumentTogether() throws Exception {
        var examples = rows(60, 6);
        Split split = split(examples, 0.2, 7, Group.SOURCE);
        assertEquals(List.of(48, 12, 10), List.of(split.train(), split.validation(), split.groups()));
        Map<Integer, List<Side>> byDocument = new TreeMap<>();
        List<Side> sides = sides(examples);
        for (int i = 0; i < sides.size(); i++) {
            byDocument.computeIfAbsent(i / 6, _ -> new ArrayList<>()).add(sides.get(i));
        }
        byDocument.values().forEach(group -> assertEquals(1, group.stream().distinct().count()));
    }

    @Test
    void takesTheSplitBackForAShareOfNothing() throws Exception {
        var examples = rows(4, 1);
        assertEquals(2, split(examples, 0.5, 7, Group.NONE).validation());
        assertEquals(0, split(examples, 0, 7, Group.NONE).validation());
        assertEquals(List.of(Side.NONE, Side.NONE, Side.NONE, Side.NONE), sides(examples));
    }

    @Test
    void refusesWhatCannotBeSplitWithASentence() throws Exception {
        assertEquals("All rows come from one source, so they cannot be split by source.",
                assertThrows(ExpectedException.class, () -> split(rows(4, 4), 0.2, 7, Group.SOURCE)).getMessage());
        assertEquals("empty",
                assertThrows(ExpectedException.class, () -> split(rows(0, 1), 0.2, 7, Group.NONE)).kind());
        assertEquals("split",
                assertThrows(ExpectedException.class, () -> split(rows(4, 1), 1.5, 7, Group.NONE)).kind());
    }

    @Test
    void findsTextThatStandsOnBothSides() throws Exception {
        // 15 words are 3 runs of 13; the other row has the first two of them
        String fifteen = "Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron";
        String fourteen = "alpha, beta: gamma delta epsilon zeta eta theta iota kappa lambda mu nu XI";
        var examples = TemporaryProject.examples(chat("q1", fifteen), chat("q2", fourteen));
        Split split = split(examples, 0.5, 7, Group.NONE);
        long validation = sides(examples).getFirst() == Side.VALIDATION ? 1 : 2;
        double share = validation == 1 ? 2 / 3.0 : 1;
        assertEquals(List.of(new Split.Leak(3 - validation, validation, share)), split.leaks());
    }
}
