/// The evaluation screen: whether the tuned model answers better than its base, and where it does not.
@NullMarked
package fettle.ui.evaluation;

import org.jspecify.annotations.NullMarked;
