package fettle.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SquadScoreTest {

    @Test
    void scoresAsTheReferenceDoes() throws IOException {
        try (var file = SquadScoreTest.class.getResourceAsStream("/golden/metrics/squad_em_f1.json")) {
            JsonNode cases = new JsonMapper().readTree(Objects.requireNonNull(file)).path("cases");
            assertEquals(24, cases.size());
            for (JsonNode one : cases) {
                String answer = one.path("prediction").stringValue();
                String expected = one.path("gold").stringValue();
                SquadScore score = SquadScore.of(answer, expected);
                assertEquals(one.path("normalized_prediction").stringValue(), SquadScore.normalised(answer));
                assertEquals(one.path("exact_match").asDouble(), score.exact(), answer);
                assertEquals(one.path("f1").asDouble(), score.f1(), 1e-12, answer);
            }
        }
    }

    @Test
    void theIntervalHoldsTheMeanAndIsAlwaysTheSame() {
        double[] values = {0, 0, 1, 1, 0.5, 0.75, 0.25, 1, 0, 1};
        Bootstrap first = Bootstrap.of(values);
        assertEquals(first, Bootstrap.of(values));
        assertEquals(0.55, first.mean(), 1e-12);
        assertTrue(first.low() < first.mean() && first.mean() < first.high());
        assertTrue(first.low() >= 0 && first.high() <= 1);
    }

    @Test
    void equalValuesHaveNoInterval() {
        assertEquals(new Bootstrap(1, 1, 1, 1.0 / 2000), Bootstrap.of(new double[]{1, 1, 1}));
    }

    @Test
    void noDifferenceIsNoNews() {
        assertEquals(1, Bootstrap.of(new double[]{0, 0, 0}).p());
    }
}
