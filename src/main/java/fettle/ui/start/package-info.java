/// The first screen: the sample, a new project, one that is there.
@NullMarked
package fettle.ui.start;

import org.jspecify.annotations.NullMarked;
