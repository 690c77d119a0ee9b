package fettle.ui.control;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Pictures of a scene that is on no stage, at any size and output scale. Call on the screen thread.
public final class Snapshot {

    private Snapshot() {}

    /// Draws the whole scene; `scale` is 1 or 2.
    public static BufferedImage of(Scene scene, double scale) {
        Parent root = scene.getRoot();
        scene.snapshot(null); // gives the root its size, style and layout
        root.applyCss();
        root.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false)); // else yesterday's pixels are drawn
        root.layout();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        // else the picture begins where the shadow of a layer ends, outside of the window
        parameters.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
        int width = (int) Math.round(scene.getWidth() * scale);
        int height = (int) Math.round(scene.getHeight() * scale);
        WritableImage drawn = root.snapshot(parameters, new WritableImage(width, height));
        return copy(drawn, width, height);
    }

    /// Writes a picture as an 8-bit PNG.
    public static void write(BufferedImage picture, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ImageIO.write(picture, "png", file.toFile());
    }

    private static BufferedImage copy(WritableImage drawn, int width, int height) {
        int[] pixels = new int[width * height];
        drawn.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
