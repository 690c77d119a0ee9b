package fettle.example;

/// One step of the project's history.
///
/// @param number 1 for the first
/// @param sentence what was done, for people: "Approved 3 examples"
/// @param atMillis milliseconds since the epoch
/// @param rows how many rows it changed
/// @param undone whether the project now stands before it
public record Step(long number, String sentence, long atMillis, int rows, boolean undone) {}
