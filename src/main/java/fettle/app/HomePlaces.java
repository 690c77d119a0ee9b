package fettle.app;

import fettle.project.PlacesFile;
import fettle.ui.example.PlaceShelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Places of projects in FETTLE_HOME, as the screen asks for them.
record HomePlaces(PlacesFile file) implements PlaceShelf {

    @Override
    public Optional<ObjectNode> read(Path project) {
        return file.read(project);
    }

    @Override
    public void write(Path project, ObjectNode place) throws IOException {
        file.write(project, place);
    }
}
