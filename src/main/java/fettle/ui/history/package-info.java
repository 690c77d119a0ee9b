/// What was done to the project, and the way back.
@NullMarked
package fettle.ui.history;

import org.jspecify.annotations.NullMarked;
