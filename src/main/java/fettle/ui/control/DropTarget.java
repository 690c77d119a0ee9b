package fettle.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/// Files and folders dropped on a node.
public final class DropTarget {

    private DropTarget() {}

    /// Calls `dropped` with what was let go over `area`; while it hovers, `marked` has the style class "over".
    public static void on(Node area, Node marked, Consumer<List<Path>> dropped) {
        area.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        area.setOnDragEntered(event -> {
            if (event.getDragboard().hasFiles() && !marked.getStyleClass().contains("over")) {
                marked.getStyleClass().add("over");
            }
        });
        area.setOnDragExited(_ -> marked.getStyleClass().remove("over"));
        area.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            event.setDropCompleted(!files.isEmpty());
            event.consume();
            if (!files.isEmpty()) {
                dropped.accept(files.stream().map(File::toPath).toList());
            }
        });
    }
}
