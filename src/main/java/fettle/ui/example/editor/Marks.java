package fettle.ui.example.editor;

import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.job.Outcome;
import fettle.ui.session.Session;
import java.util.ArrayList;
import java.util.List;

/// What a person says of an example: its status, its tags, a rating, a flag and a note. Each is one step of the history.
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

    public void setTags(long id, List<String> tags, String sentence) {
        apply(new Change.SetTags(id, tags), sentence);
    }

    /// "Flagged example 0417".
    public String about(String did, long id) {
        return did + " example " + ExampleWords.number(id);
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

    /// 1 to 5; 0 for none.
    public void setRating(long id, int rating) {
        apply(new Change.SetRating(id, rating), rating == 0
                ? "Took the rating off example " + ExampleWords.number(id)
                : "Rated example " + ExampleWords.number(id) + " " + rating + " of 5");
    }

    public void setFlag(long id, boolean flagged) {
        apply(new Change.SetFlag(id, flagged),
                (flagged ? "Flagged example " : "Took the flag off example ") + ExampleWords.number(id));
    }

    public void setNote(long id, String note) {
        apply(new Change.SetNote(id, note.strip()), note.isBlank()
                ? "Took the note off example " + ExampleWords.number(id)
                : "Wrote a note on example " + ExampleWords.number(id));
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
