package fettle.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole path in a process of its own, as a person without a display starts it.
@Timeout(600)
final class TourTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void walksTheWholePathOnTheSample() throws Exception {
        JsonNode tour = tour("--theme", "dark");

        for (JsonNode step : tour.path("steps")) {
            assertTrue(step.path("ok").asBoolean(), step.toString());
        }
        assertTrue(tour.path("screens").size() >= 10, tour.toString());
        for (JsonNode screen : tour.path("screens")) {
            BufferedImage picture = ImageIO
                    .read(folder.resolve("out").resolve(screen.path("file").asString()).toFile());
            assertEquals("1440 × 900", picture.getWidth() + " × " + picture.getHeight());
            assertTrue(colours(picture) > 20, screen.path("file").asString() + " is empty");
        }
        assertTrue(tour.path("lastLoss").asDouble() < 0.7 * tour.path("firstLoss").asDouble(), tour.toString());
        assertTrue(tour.path("answer").asString().length() > 10, tour.toString());
    }

    private JsonNode tour(String... more) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", "-cp",
                System.getProperty("java.class.path"), Launcher.class.getName(), "tour", "--json", "--out",
                folder.resolve("out").toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command);
        builder.environment().put("FETTLE_HOME", folder.resolve("home").toString());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        Path errors = folder.resolve("err.txt");
        Process process = builder.redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> out + read(errors));
        return JsonMapper.shared().readTree(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException failed) {
            return failed.toString();
        }
    }

    private static long colours(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count();
    }
}
