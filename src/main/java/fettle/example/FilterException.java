package fettle.example;

import fettle.job.ExpectedException;

/// A filter that cannot be read: says where, and what was probably meant.
public final class FilterException extends ExpectedException {

    private final int column;

    FilterException(int column, String found, String next) {
        super("filter", "The filter is wrong at column " + column + ": " + found, next);
        this.column = column;
    }

    /// Where it is wrong, from 1.
    public int column() {
        return column;
    }
}
