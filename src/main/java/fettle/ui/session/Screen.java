package fettle.ui.session;

import javafx.scene.Parent;

/// One screen of the window, as the shell sees it.
public interface Screen {

    Place place();

    /// Made once; keeps its place when one returns.
    Parent root();

    /// Shows one thing of its list, by id. Called after the screen is shown.
    default void show(String detail) {}

    /// Called each time the person comes here.
    default void entered() {}

    /// Called each time the person goes elsewhere.
    default void leaving() {}
}
