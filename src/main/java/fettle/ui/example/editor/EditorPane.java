package fettle.ui.example.editor;

import javafx.scene.Node;

/// One way to look at the open example. The editor shows one at a time; each has a button in its head.
public interface EditorPane {

    /// Stable, lower case, such as "changes"; the button of it is `mode-changes`.
    String id();

    /// One or two words for the button.
    String title();

    /// What is shown under the head, as wide as the editor; it scrolls with the page.
    Node root();

    /// Called when it is shown, and while it is shown whenever another example opens or this one is read anew.
    void refresh();
}
