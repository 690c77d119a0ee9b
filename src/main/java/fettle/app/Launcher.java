package fettle.app;

import fettle.cli.Console;
import fettle.cli.Fettle;

/// The main class. Not a JavaFX Application: that may not be started from the class path.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        var wiring = new Wiring(System.getenv());
        int code = new Fettle(wiring, Console.ofProcess()).run(args);
        System.exit(code);
    }
}
