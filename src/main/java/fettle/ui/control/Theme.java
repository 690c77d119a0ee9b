package fettle.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark: AtlantaFX's Primer below, our colours and components above.
public enum Theme {
    LIGHT("light"), DARK("dark");

    private static final List<String> FONTS = List.of("FettleSans-Regular.otf", "FettleSans-Italic.otf",
            "FettleSans-Medium.otf", "FettleSans-SemiBold.otf", "FettleSans-Bold.otf", "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Italic.ttf", "JetBrainsMono-Bold.ttf");
    private static final String ASSETS = "/fettle/assets/";

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    /// Dresses a scene. `percent` is the size of its text, 100 to 200.
    public void apply(Scene scene, int percent) {
        loadFonts();
        scene.setUserAgentStylesheet(
                resource("/atlantafx/base/theme/primer-" + word + ".css").toExternalForm());
        String colours = resource(ASSETS + "themes/fettle-" + word + ".css").toExternalForm();
        scene.getStylesheets().setAll(colours, components(percent));
    }

    private static String components(int percent) {
        URL css = resource(ASSETS + "themes/fettle.css");
        if (percent == 100) {
            return css.toExternalForm();
        }
        try (InputStream in = css.openStream()) {
            return TextScale.address(new String(in.readAllBytes(), StandardCharsets.UTF_8), percent);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void loadFonts() {
        if (Font.getFamilies().contains("Fettle Sans")) {
            return;
        }
        for (String font : FONTS) {
            Objects.requireNonNull(Font.loadFont(resource(ASSETS + "fonts/" + font).toExternalForm(), 13), font);
        }
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Theme.class.getResource(path), path);
    }
}
