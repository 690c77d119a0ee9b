/// How long work is run, watched and stopped.
@NullMarked
package fettle.job;

import org.jspecify.annotations.NullMarked;
