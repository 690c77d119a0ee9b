package fettle.ui.example.editor;

import fettle.ui.control.Card;
import fettle.ui.control.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The card of a turn: a bar in the role's colour, the role's name, and what stands at the right end.
public final class TurnFrame {

    /// The key of a property of the root: the place of the turn.
    static final String INDEX = "turn";

    private final VBox root;
    private final HBox head = new HBox(8);
    private final VBox body = new VBox();

    public TurnFrame(String role) {
        this(colour(role), ExampleWords.role(role));
    }

    /// `colour` is one of [#colour], or "rejected"; `name` stands beside the bar.
    TurnFrame(String colour, String name) {
        var bar = new Region();
        bar.getStyleClass().addAll("role-bar", "role-" + colour);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(bar, Labels.whole(name, "t-strong"), gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("turn-head");
        body.getStyleClass().add("turn-body");
        root = Card.flush(head, body);
        root.getStyleClass().add("turn-card");
        root.setMinWidth(0);
        head.setMinWidth(0);
    }

    public Node root() {
        return root;
    }

    HBox head() {
        return head;
    }

    /// Adds a word beside the role.
    public void mark(Node mark) {
        if (mark instanceof Region region) {
            region.setMinWidth(24); // gives way on a narrow screen
        }
        head.getChildren().add(head.getChildren().size() - endings(), mark);
    }

    /// Adds something at the right end.
    public void end(Node end) {
        head.getChildren().add(end);
    }

    public void add(Node node) {
        body.getChildren().add(node);
    }

    /// Draws the border in the accent: this is the turn that differs.
    public void accent() {
        root.getStyleClass().add("changed");
    }

    /// JSON that is shown as it is, with the reason.
    public static Node fixed(MessageForm.Piece.Fixed fixed) {
        var text = new fettle.ui.control.text.StyledArea(fixed.json(), true);
        text.root().getStyleClass().add("code-block");
        text.area().getStyleClass().add("json");
        return new VBox(6, Labels.wrapped(fixed.why(), "t-small", "t-soft"), text.root());
    }

    private int endings() {
        for (int index = 0; index < head.getChildren().size(); index++) {
            if (HBox.getHgrow(head.getChildren().get(index)) == Priority.ALWAYS) {
                return head.getChildren().size() - index;
            }
        }
        return 0;
    }

    /// The roles that have a colour of their own.
    public static String colour(String role) {
        return switch (role) {
            case "system", "developer" -> "system";
            case "user", "assistant", "tool" -> role;
            case "function" -> "tool";
            default -> "other";
        };
    }
}
