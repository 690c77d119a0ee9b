/// The other process: what it is asked and what it says, as JSON lines.
@NullMarked
package fettle.engine.worker;

import org.jspecify.annotations.NullMarked;
