package fettle.ui.example.editor;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.job.Outcome;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.List;

/// What a person says of an example: its status and its tags. Each is one step of the history.
public final class Marks {

    private final Session session;
    private final Saving saving;

    public Marks(Session session, Saving saving) {
        this.session = session;
        this.saving = saving;
    }

    public void setStatus(long id, ExampleStatus status) {
        setStatus(id, status, ExampleWords.decided(status, id));
    }

    public void setStatus(long id, ExampleStatus status, String sentence) {
        apply(new Change.SetStatus(id, status), sentence);
    }

    public void addTag(Example example, String typed) {
        String tag = typed.strip();
        if (!tag.isEmpty() && !example.tags().contains(tag)) {
            var tags = new ArrayList<>(example.tags());
            tags.add(tag);
            apply(new Change.SetTags(example.id(), List.copyOf(tags)),
                    "Tagged example " + ExampleWords.number(example.id()) + " “" + tag + "”");
        }
    }

    public void removeTag(Example example, String tag) {
        List<String> tags = example.tags().stream().filter(other -> !other.equals(tag)).toList();
        apply(new Change.SetTags(example.id(), tags),
                "Took the tag “" + tag + "” off example " + ExampleWords.number(example.id()));
    }

    private void apply(Change change, String sentence) {
        if (!session.writable().get()) {
            return;
        }
        session.projectProperty().get()
                .ifPresent(project -> saving.apply(project.examples(), List.of(change), sentence, outcome -> {
                    if (outcome instanceof Outcome.Failed<Long>(var cause)) {
                        session.tell(cause);
                    }
                }));
    }
}
