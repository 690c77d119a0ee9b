/// Models here: the worker process, and the path's ports over it.
@NullMarked
package fettle.engine;

import org.jspecify.annotations.NullMarked;
