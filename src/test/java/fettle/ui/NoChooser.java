package fettle.ui;

import fettle.ui.session.Chooser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A chooser that answers what the test wants chosen.
public record NoChooser(Optional<Path> chosenFolder, List<Path> chosenFiles) implements Chooser {

    public NoChooser() {
        this(Optional.empty(), List.of());
    }

    @Override
    public Optional<Path> folder(String title) {
        return chosenFolder;
    }

    @Override
    public List<Path> files(String title) {
        return chosenFiles;
    }
}
