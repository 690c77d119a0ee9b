package fettle.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a person decides of Fettle as a whole, as `settings.yaml` in FETTLE_HOME holds it.
///
/// @param theme "system", "light" or "dark"
/// @param textPercent size of the text, 100 to 200
/// @param recent project folders that were open, newest first
/// @param provider where models are asked
/// @param offline whether the window lets nothing leave this machine
/// @param keys keys of commands that the person changed, by the command's id; empty text for none
public record HomeSettings(String theme, int textPercent, List<Path> recent, ProviderChoice provider,
        boolean offline, Map<String, String> keys) {

    private static final int KEPT = 12;
    private static final List<String> THEMES = List.of("system", "light", "dark");

    public static final HomeSettings DEFAULT = new HomeSettings("system", 100, List.of(), ProviderChoice.NONE, false,
            Map.of());

    public HomeSettings {
        theme = THEMES.contains(theme) ? theme : "system";
        textPercent = Math.clamp(textPercent, 100, 200);
        recent = recent.stream().distinct().limit(KEPT).toList();
        keys = Map.copyOf(keys);
    }

    public HomeSettings withTheme(String newTheme) {
        return new HomeSettings(newTheme, textPercent, recent, provider, offline, keys);
    }

    public HomeSettings withTextPercent(int newPercent) {
        return new HomeSettings(theme, newPercent, recent, provider, offline, keys);
    }

    public HomeSettings withProvider(ProviderChoice newProvider) {
        return new HomeSettings(theme, textPercent, recent, newProvider, offline, keys);
    }

    public HomeSettings withOffline(boolean newOffline) {
        return new HomeSettings(theme, textPercent, recent, provider, newOffline, keys);
    }

    public HomeSettings withKeys(Map<String, String> newKeys) {
        return new HomeSettings(theme, textPercent, recent, provider, offline, newKeys);
    }

    /// With a project at the head of the recent ones.
    public HomeSettings opened(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return withRecent(Stream.concat(Stream.of(place), recent.stream()).toList());
    }

    /// Without a project among the recent ones.
    public HomeSettings forgotten(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return withRecent(recent.stream().filter(one -> !one.equals(place)).toList());
    }

    private HomeSettings withRecent(List<Path> newRecent) {
        return new HomeSettings(theme, textPercent, newRecent, provider, offline, keys);
    }
}
