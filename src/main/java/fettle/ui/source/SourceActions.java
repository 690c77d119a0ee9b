package fettle.ui.source;

import fettle.source.Source;
import javafx.scene.Node;

/// What a line of the list can do; each is also a command with a key.
interface SourceActions {

    void refresh(SourceRow row);

    void stop(SourceRow row);

    void receipt(Source source);

    /// Lays the menu of a line under `at`.
    void menu(SourceRow row, Node at);
}
