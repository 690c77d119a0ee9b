package fettle.app;

import fettle.ui.example.supervision.FamilyDesk;
import java.nio.file.Path;
import java.util.Map;

/// The families as the window has them, with another FETTLE_HOME.
public final class HomeFamilies {

    private HomeFamilies() {}

    public static FamilyDesk of(Path home) {
        return new GivenFamilies(new Wiring(Map.of("FETTLE_HOME", home.toString())));
    }
}
