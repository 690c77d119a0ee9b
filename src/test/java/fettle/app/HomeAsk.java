package fettle.app;

import fettle.ui.example.ask.AskDesk;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The models to ask as the window has them, with another FETTLE_HOME and environment.
public final class HomeAsk {

    private final Wiring wiring;

    public HomeAsk(Path home, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("FETTLE_HOME", home.toString());
        this.wiring = new Wiring(all);
    }

    public AskDesk desk() {
        return new GivenAsk(wiring, new GivenModels(wiring));
    }

    /// Lets nothing leave this machine.
    public void goOffline() {
        wiring.setOffline(true);
    }
}
