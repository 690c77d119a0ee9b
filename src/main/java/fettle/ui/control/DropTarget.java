package fettle.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Files, folders and addresses dropped on a node.
public final class DropTarget {

    private DropTarget() {}

    /// Calls `dropped` with what was let go over `area`; while it hovers, `marked` has the style class "over".
    public static void on(Node area, Node marked, Consumer<List<Path>> dropped) {
        on(area, marked, dropped, Optional.empty());
    }

    /// The same for addresses and other texts too.
    public static void on(Node area, Node marked, Consumer<List<Path>> dropped, Consumer<String> text) {
        on(area, marked, dropped, Optional.of(text));
    }

    private static void on(Node area, Node marked, Consumer<List<Path>> dropped, Optional<Consumer<String>> text) {
        area.setOnDragOver(event -> {
            if (takes(event.getDragboard(), text.isPresent())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        area.setOnDragEntered(event -> {
            if (takes(event.getDragboard(), text.isPresent()) && !marked.getStyleClass().contains("over")) {
                marked.getStyleClass().add("over");
            }
        });
        area.setOnDragExited(_ -> marked.getStyleClass().remove("over"));
        area.setOnDragDropped(event -> {
            Dragboard board = event.getDragboard();
            event.setDropCompleted(takes(board, text.isPresent()));
            event.consume();
            if (board.hasFiles()) {
                dropped.accept(board.getFiles().stream().map(File::toPath).toList());
            } else {
                text.ifPresent(takes -> takes.accept(words(board)));
            }
        });
    }

    private static boolean takes(Dragboard board, boolean text) {
        return board.hasFiles() || (text && (board.hasUrl() || board.hasString()));
    }

    private static String words(Dragboard board) {
        String text = board.hasUrl() ? board.getUrl() : board.getString();
        return text == null ? "" : text;
    }
}
