package fettle.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/// Where a command reads and writes.
///
/// @param terminal whether a person is watching
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {

    /// That of the process.
    public static Console ofProcess() {
        boolean terminal = Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent()
                && !"dumb".equals(System.getenv("TERM"));
        return new Console(System.in, System.out, System.err, terminal);
    }
}
