package fettle.app;

import fettle.model.Families.Choice;
import fettle.project.HabitsFile;
import fettle.project.Project;
import fettle.tuning.supervision.Family;
import fettle.ui.example.supervision.FamilyDesk;
import java.io.IOException;
import java.util.List;

/// The families of this machine, hosted ones and open templates.
final class GivenFamilies implements FamilyDesk {

    private static final String HABIT = "family";

    private final Wiring wiring;

    GivenFamilies(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public List<Choice> all() throws IOException {
        return wiring.families().all();
    }

    @Override
    public Family open(String id, Project project) throws IOException {
        return wiring.families().open(id, project.tunings());
    }

    @Override
    public String chosen() throws IOException {
        return habits().choice(HABIT);
    }

    @Override
    public void choose(String id) throws IOException {
        habits().choose(HABIT, id);
    }

    private HabitsFile habits() {
        return new HabitsFile(wiring.home());
    }
}
