package fettle.ui.example.editor;

import fettle.ui.control.Labels;
import fettle.ui.control.Pill;
import fettle.ui.control.Pill.Tone;
import fettle.ui.control.text.StyledArea;
import fettle.ui.example.editor.ReadChanges.TurnChange;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The generated row against the one as it stands, word by word.
final class ChangesPane implements EditorPane {

    private final VBox root = new VBox();
    private final EditorViewModel editor;
    private final Reading<List<TurnChange>> reading;

    ChangesPane(EditorViewModel editor, Session session) {
        this.editor = editor;
        this.reading = new Reading<>(session, this::show);
        root.getStyleClass().add("turns");
    }

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public String title() {
        return "Changes";
    }

    @Override
    public Node root() {
        return root;
    }

    /// Compares anew.
    @Override
    public void refresh() {
        if (editor.stateProperty().get() instanceof EditorState.Open(var example)) {
            var now = editor.body();
            var generated = example.generated().orElse(now);
            reading.start(new ReadChanges(generated, now));
        }
    }

    private void show(List<TurnChange> changes) {
        root.getChildren().clear();
        if (changes.stream().noneMatch(TurnChange::changed)) {
            root.getChildren()
                    .add(Labels.wrapped("Nothing has been changed here since the example came in.", "t-soft"));
        }
        for (TurnChange change : changes) {
            var frame = new TurnFrame(change.role());
            var area = new StyledArea(change.text(), true);
            area.paint(change.text(), change.styling());
            frame.add(area.root());
            if (change.changed()) {
                frame.mark(Pill.of("edited by hand", Tone.ACCENT));
                frame.accent();
            }
            root.getChildren().add(frame.root());
        }
    }
}
