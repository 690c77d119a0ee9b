package fettle.ui.control;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.layout.Region;

/// How much of a limit a text takes: the part that is trained, the part that is not, and the room left. Beyond the limit
/// the whole bar is filled, in the colour of a warning.
public final class TokenBar extends Region {

    private final IntegerProperty trained = new SimpleIntegerProperty();
    private final IntegerProperty untrained = new SimpleIntegerProperty();
    private final Region trainedBar = new Region();
    private final Region untrainedBar = new Region();
    private final int limit;

    /// `limit` in tokens, at least 1.
    public TokenBar(int limit) {
        this.limit = limit;
        getStyleClass().add("token-bar");
        trainedBar.getStyleClass().add("trained");
        untrainedBar.getStyleClass().add("untrained");
        getChildren().addAll(untrainedBar, trainedBar);
        trained.addListener(_ -> requestLayout());
        untrained.addListener(_ -> requestLayout());
    }

    /// Tokens that a trainer learns.
    public IntegerProperty trainedProperty() {
        return trained;
    }

    /// Tokens that are only read.
    public IntegerProperty untrainedProperty() {
        return untrained;
    }

    @Override
    protected void layoutChildren() {
        int all = trained.get() + untrained.get();
        double scale = getWidth() / Math.max(limit, all);
        double first = snapPositionX(untrained.get() * scale);
        double second = snapPositionX(trained.get() * scale);
        untrainedBar.resizeRelocate(0, 0, first, getHeight());
        trainedBar.resizeRelocate(first, 0, Math.min(second, getWidth() - first), getHeight());
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), all > limit);
    }
}
