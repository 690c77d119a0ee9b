/// The jobs screen: what runs, what ended and how.
@NullMarked
package fettle.ui.jobs;

import org.jspecify.annotations.NullMarked;
