/// The command line: one class per command, no logic of its own.
@NullMarked
package fettle.cli;

import org.jspecify.annotations.NullMarked;
