/// The first step on screen: what was brought in, from where, and what was left out.
@NullMarked
package fettle.ui.source;

import org.jspecify.annotations.NullMarked;
