package fettle.project;

import fettle.chunk.CutSettings;
import java.util.Optional;

/// What the person decides of a project, as `fettle.yaml` holds it.
///
/// @param name of the project, for people
/// @param encoding in which its tokens are counted, such as "o200k_base"
/// @param cut how documents are cut next time
/// @param spelling how its texts are spelt
/// @param problem what is wrong with the file, a sentence with line and column; the values are then the usual ones, and
///        the file is left alone until the person has mended it
public record ProjectSettings(String name, String encoding, CutSettings cut, SpellingSettings spelling,
        Optional<String> problem) {

    /// With the usual spelling.
    public ProjectSettings(String name, String encoding, CutSettings cut, Optional<String> problem) {
        this(name, encoding, cut, SpellingSettings.USUAL, problem);
    }

    public ProjectSettings withSpelling(SpellingSettings newSpelling) {
        return new ProjectSettings(name, encoding, cut, newSpelling, problem);
    }

    public ProjectSettings withCut(CutSettings newCut) {
        return new ProjectSettings(name, encoding, newCut, spelling, problem);
    }

    public ProjectSettings withName(String newName) {
        return new ProjectSettings(newName, encoding, cut, spelling, problem);
    }
}
