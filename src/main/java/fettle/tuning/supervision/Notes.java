package fettle.tuning.supervision;

import fettle.example.Turn;
import java.util.ArrayList;
import java.util.List;

/// What is worth knowing of a row whatever model is trained on it.
final class Notes {

    private Notes() {}

    static List<String> of(List<Turn> turns) {
        var notes = new ArrayList<String>();
        long answers = turns.stream().filter(turn -> turn.role().equals("assistant")).count();
        long weightless = turns.stream().filter(turn -> turn.role().equals("assistant") && !turn.trained()).count();
        if (answers == 0) {
            notes.add("There is no assistant turn, so there is nothing to learn. Write the answer, or reject the row.");
        } else if (weightless == answers) {
            notes.add("Every answer has weight 0, so nothing is learned. Set the weight of one to 1.");
        } else if (weightless > 0) {
            notes.add(weightless == 1
                    ? "One answer has weight 0: it is read and not learned."
                    : weightless + " answers have weight 0: they are read and not learned.");
        }
        return notes;
    }
}
