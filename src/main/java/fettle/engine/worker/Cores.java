package fettle.engine.worker;

/// The cores of this machine that an engine may take.
public final class Cores {

    private Cores() {}

    /// All of up to three; of more, one is left to the window.
    public static int forWork() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores > 3 ? cores - 1 : cores;
    }
}
