package fettle.ui.example.review;

/// How long an example takes. Pauses longer than a minute do not count: nobody reads that long.
final class Pace {

    private static final long PAUSE_MILLIS = 60_000;

    private long shownMillis;
    private long spentMillis;
    private int passed;

    void begin() {
        spentMillis = 0;
        passed = 0;
    }

    void shown(long nowMillis) {
        shownMillis = nowMillis;
    }

    void passed(long nowMillis) {
        long took = nowMillis - shownMillis;
        if (took <= PAUSE_MILLIS) {
            spentMillis += took;
            passed++;
        }
    }

    /// 0 while nothing was passed.
    long millisEach() {
        return passed == 0 ? 0 : Math.max(1, spentMillis / passed);
    }

    long spentMillis() {
        return spentMillis;
    }
}
