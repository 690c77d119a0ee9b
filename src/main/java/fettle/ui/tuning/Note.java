package fettle.ui.tuning;

/// Something that happened in a tuning, in words.
///
/// @param step 0 for before the first
/// @param value the loss it is about; NaN for none
record Note(int step, Kind kind, String text, double value) {

    enum Kind {
        BEST, ROSE, SPIKE, HALVED, BROKEN, CHECKPOINT, ENDED
    }
}
