package fettle.ui.source.intake;

import fettle.ui.control.Card;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/// One bar: rows that come in as they are, that can be repaired, that repeat others, that are refused.
final class ShareBar extends Region {

    /// A part that is there is never thinner, in pixels.
    private static final double LEAST = 4;
    private static final List<String> TONES = List.of("good", "warn", "neutral", "bad");

    private final List<Region> parts = new ArrayList<>();
    private int[] counts = new int[TONES.size()];

    ShareBar() {
        getStyleClass().add("share-bar");
        for (String tone : TONES) {
            var part = new Region();
            part.getStyleClass().addAll("share-part", tone);
            parts.add(part);
        }
        getChildren().addAll(parts);
        Card.round(this, 4);
    }

    /// Counts in the order of the colours.
    void show(int... now) {
        counts = now.clone();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        long all = 0;
        int there = 0;
        for (int count : counts) {
            all += count;
            there += count > 0 ? 1 : 0;
        }
        double room = Math.max(0, getWidth() - LEAST * there);
        double left = 0;
        for (int place = 0; place < parts.size(); place++) {
            double width = counts[place] == 0 ? 0 : LEAST + room * counts[place] / all;
            parts.get(place).setVisible(width > 0);
            parts.get(place).resizeRelocate(snapPositionX(left), 0, snapSizeX(width), getHeight());
            left += width;
        }
    }
}
