package fettle.tuning.supervision;

import fettle.example.Turn;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.List;

/// A conversation in the format of a local model, as the engine writes it: roles and texts.
record FormatScript(ChatFormat format, List<Turn> turns) implements Layout.Marked {

    @Override
    public String text(int some, boolean answering) throws ExpectedException {
        return format.render(turns.subList(0, some), answering);
    }

    @Override
    public String with(List<String> words) throws ExpectedException {
        var others = new ArrayList<Turn>();
        for (int turn = 0; turn < turns.size(); turn++) {
            others.add(new Turn(turns.get(turn).role(), words.get(turn), turns.get(turn).trained()));
        }
        return format.render(others, false);
    }
}
