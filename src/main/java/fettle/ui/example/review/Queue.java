package fettle.ui.example.review;

import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Where the review takes its rows from.
///
/// @param filter the filter that leaves these rows, as people type it; empty for all
/// @param rows their ids, in the order of the table
/// @param open opens a row in the editor
public record Queue(Supplier<String> filter, Supplier<long[]> rows, LongConsumer open) {}
