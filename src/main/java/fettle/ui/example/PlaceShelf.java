package fettle.ui.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Where a person stood in each project, kept from one start to the next. Implemented where FETTLE_HOME is known.
public interface PlaceShelf {

    /// Keeps nothing.
    PlaceShelf NONE = new PlaceShelf() {

        @Override
        public Optional<ObjectNode> read(Path project) {
            return Optional.empty();
        }

        @Override
        public void write(Path project, ObjectNode place) {}
    };

    /// Empty when nothing was kept, or nothing that can be read.
    Optional<ObjectNode> read(Path project);

    void write(Path project, ObjectNode place) throws IOException;
}
