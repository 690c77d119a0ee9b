package fettle.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeSettingsFileTest {

    @TempDir
    private Path home;

    @Test
    void remembersTheProjectsNewestFirst() throws IOException {
        var file = new HomeSettingsFile(home);
        assertEquals(HomeSettings.DEFAULT, file.read());
        file.change(settings -> settings.opened(Path.of("/a")).opened(Path.of("/b")).opened(Path.of("/a")));
        var provider = new ProviderChoice("http://localhost:8000/v1/", " small ");
        file.change(settings -> settings.withTheme("dark").withTextPercent(150).withProvider(provider)
                .withOffline(true).withKeys(Map.of("review-approve", "Y", "keys", "")));
        var expected = new HomeSettings("dark", 150, List.of(Path.of("/a").toAbsolutePath(),
                Path.of("/b").toAbsolutePath()), new ProviderChoice("http://localhost:8000/v1", "small"), true,
                Map.of("review-approve", "Y", "keys", ""));
        assertEquals(expected, new HomeSettingsFile(home).read());
        assertEquals(List.of(Path.of("/b").toAbsolutePath()),
                file.change(settings -> settings.forgotten(Path.of("/a"))).recent());
    }

    @Test
    void keysThatAreNotKnownStayAndValuesOutOfRangeAreUsual() throws IOException {
        Files.writeString(home.resolve("settings.yaml"),
                "theme: purple\ntext: 900\nlater: [1, 2]\nprovider: mine\noffline: perhaps\n");
        var file = new HomeSettingsFile(home);
        assertEquals(HomeSettings.DEFAULT.withTextPercent(200), file.read());
        file.change(settings -> settings.withTheme("light"));
        assertTrue(Files.readString(home.resolve("settings.yaml")).contains("later:"));
    }

    @Test
    void aBrokenFileNeverStopsTheStartAndIsNotOverwritten() throws IOException {
        Files.writeString(home.resolve("settings.yaml"), "theme: [\n");
        var file = new HomeSettingsFile(home);
        assertEquals(HomeSettings.DEFAULT, file.read());
        var refused = assertThrows(ExpectedException.class, () -> file.change(settings -> settings.withTheme("dark")));
        assertEquals("broken-settings", refused.kind());
        assertEquals("theme: [\n", Files.readString(home.resolve("settings.yaml")));
    }
}
