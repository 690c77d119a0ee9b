/// Training: rows, batches, optimiser, schedule, checkpoints, and the loop.
@NullMarked
package fettle.engine.train;

import org.jspecify.annotations.NullMarked;
