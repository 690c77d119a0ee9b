package fettle.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The colours of both themes, as WCAG 2 measures them: text is read at 4.5 : 1, what is switched off at 3 : 1.
final class ContrastTest {

    private static final Path THEMES = Path.of("assets/themes");
    private static final List<String> SURFACES = List.of("bg", "panel", "side", "hover", "press", "tint", "line2");
    private static final Pattern COLOUR = Pattern.compile("-fettle-([a-z0-9-]+): (#[0-9a-f]{6});");
    private static final Pattern DISABLED = Pattern.compile("([^{}]*):disabled \\{[^}]*-fx-opacity: ([0-9.]+);");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadOnEverySurface(Theme theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        var found = new ArrayList<String>();
        for (String surface : SURFACES) {
            for (String text : List.of("text", "soft", "accent")) {
                need(found, colours, text, surface, 4.5);
            }
        }
        for (String tone : List.of("good", "warn", "bad")) {
            need(found, colours, tone, tone + "-tint", 4.5);
            need(found, colours, tone, "panel", 4.5);
            need(found, colours, tone, "bg", 4.5);
            need(found, colours, "text", tone + "-tint", 4.5);
            need(found, colours, "soft", tone + "-tint", 4.5);
        }
        for (String role : List.of("system", "user", "assistant", "tool")) {
            need(found, colours, role, "panel", 4.5);
            need(found, colours, role, "bg", 4.5);
        }
        for (String button : List.of("accent", "accent-hover", "accent-press")) {
            need(found, colours, "on-accent", button, 4.5);
        }
        for (String curve : List.of("second", "run1", "run2")) {
            need(found, colours, curve, "panel", 3);
        }
        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsSwitchedOffCanStillBeRead(Theme theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        Matcher rule = DISABLED.matcher(Files.readString(THEMES.resolve("fettle.css")));
        int rules = 0;
        while (rule.find()) {
            boolean quiet = List.of("quiet", "pill", "side-item", "primary").stream().anyMatch(rule.group(1)::contains);
            Color text = colour(colours, quiet ? "soft" : "text");
            double opacity = Double.parseDouble(rule.group(2));
            for (String surface : List.of("bg", "panel", "side")) {
                double contrast = contrast(colour(colours, surface).interpolate(text, opacity),
                        colour(colours, surface));
                assertTrue(contrast >= 3, "%s on %s: %.2f".formatted(rule.group(1).strip(), surface, contrast));
            }
            rules++;
        }
        assertTrue(rules >= 3, "the rules of disabled buttons were found");
    }

    private static void need(List<String> found, Map<String, Color> colours, String text, String surface,
            double least) {
        double contrast = contrast(colour(colours, text), colour(colours, surface));
        if (contrast < least) {
            found.add("%s on %s: %.2f".formatted(text, surface, contrast));
        }
    }

    private static Color colour(Map<String, Color> colours, String name) {
        Color colour = colours.get(name);
        assertTrue(colour != null, name + " is a colour of the theme");
        return colour;
    }

    private static Map<String, Color> colours(Theme theme) throws IOException {
        String name = theme == Theme.DARK ? "fettle-dark.css" : "fettle-light.css";
        Matcher each = COLOUR.matcher(Files.readString(THEMES.resolve(name)));
        var colours = new HashMap<String, Color>();
        while (each.find()) {
            colours.put(each.group(1), Color.web(each.group(2)));
        }
        return colours;
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
