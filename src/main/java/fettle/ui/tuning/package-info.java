/// The tuning screen: what will be trained, the curve while it is, what happened.
@NullMarked
package fettle.ui.tuning;

import org.jspecify.annotations.NullMarked;
