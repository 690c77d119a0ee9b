/// Creates everything once, by plain constructors, and starts the window, the tour or a command.
@NullMarked
package fettle.app;

import org.jspecify.annotations.NullMarked;
