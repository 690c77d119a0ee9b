package fettle.cli;

import fettle.job.ExpectedException;

/// The command was written in a way that means nothing.
final class WrongUse extends ExpectedException {

    WrongUse(String message, String next) {
        super("usage", message, next);
    }
}
