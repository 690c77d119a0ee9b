package fettle.ui.example.supervision;

import fettle.job.ExpectedException;
import fettle.model.Families.Choice;
import fettle.project.Project;
import fettle.tuning.supervision.Family;
import java.io.IOException;
import java.util.List;

/// The families that a row can be looked at with, and which one this person looked with last. Blocks.
public interface FamilyDesk {

    /// Only those that need nothing from this machine; remembers nothing.
    FamilyDesk KNOWN = new FamilyDesk() {
        @Override
        public List<Choice> all() {
            return Family.known().stream().map(family -> new Choice(family.id(), family.name(), false)).toList();
        }

        @Override
        public Family open(String id, Project project) throws ExpectedException {
            return Family.known().stream().filter(family -> family.id().equals(id)).findFirst()
                    .orElseThrow(() -> new ExpectedException("no-such-family", "There is no family " + id + ".", ""));
        }

        @Override
        public String chosen() {
            return "";
        }

        @Override
        public void choose(String id) {}
    };

    List<Choice> all() throws IOException;

    /// Throws an [ExpectedException] when its files cannot be read.
    Family open(String id, Project project) throws IOException;

    /// The id that was chosen last; empty for none.
    String chosen() throws IOException;

    void choose(String id) throws IOException;
}
