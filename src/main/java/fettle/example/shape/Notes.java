package fettle.example.shape;

import java.util.ArrayList;
import java.util.List;

/// What is to be said of a row while it is brought into shape.
public final class Notes {

    private final List<Note> notes = new ArrayList<>();

    /// One thing that is wrong.
    ///
    /// @param kind a short word for programs
    /// @param message a sentence
    public record Note(String kind, String message) {}

    void say(String kind, String message) {
        notes.add(new Note(kind, message));
    }

    public List<Note> all() {
        return List.copyOf(notes);
    }
}
