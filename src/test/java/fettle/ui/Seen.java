package fettle.ui;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Where nodes stand on the screen. It is asked on the screen's thread: a robot asks on the test's own, and bounds that are
/// asked in the middle of a layout leave the scene broken for good (`Parent.updateCachedBounds`, index -1).
public final class Seen {

    private Seen() {}

    /// The middle of the first visible node that the query finds.
    public static Point2D at(FxRobot robot, String query) {
        return ask(() -> robot.lookup(query).queryAll().stream().filter(Seen::isShown).findFirst()
                .map(Seen::middle).orElseThrow(() -> new AssertionError(query + " is not on the screen")));
    }

    /// The middle of a node.
    public static Point2D at(Node node) {
        return ask(() -> middle(node));
    }

    /// The place of a node on the screen.
    public static Bounds place(Node node) {
        return ask(() -> node.localToScreen(node.getBoundsInLocal()));
    }

    private static Point2D middle(Node node) {
        Bounds on = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(on.getCenterX(), on.getCenterY());
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().getWindow() != null;
    }

    private static <T> T ask(java.util.concurrent.Callable<T> question) {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            return WaitForAsyncUtils.asyncFx(question).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }
}
