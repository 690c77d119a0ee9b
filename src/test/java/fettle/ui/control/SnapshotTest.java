package fettle.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.ui.Toolkit;
import java.awt.image.BufferedImage;
import javafx.scene.Scene;
import javafx.scene.effect.DropShadow;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class SnapshotTest {

    @Test
    void aShadowThatReachesOutOfTheWindowDoesNotShiftThePicture() throws Exception {
        BufferedImage picture = Toolkit.on(() -> {
            var box = new Region();
            box.setBackground(Background.fill(Color.WHITE));
            box.setEffect(new DropShadow(40, Color.BLACK));
            box.setMaxSize(60, 60);
            var root = new StackPane(box);
            root.setBackground(Background.fill(Color.rgb(0, 0, 255)));
            return Snapshot.of(new Scene(root, 80, 80), 1);
        });
        assertEquals(0xFFFFFF, picture.getRGB(10, 10) & 0xFFFFFF);
        assertEquals(0xFFFFFF, picture.getRGB(69, 69) & 0xFFFFFF);
    }
}
