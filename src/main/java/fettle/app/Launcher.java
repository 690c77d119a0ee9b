package fettle.app;

/// The main class. Not a JavaFX Application: that may not be started from the class path.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("Fettle " + args.length);
    }
}
