/// Asking models the held-out questions, and scoring what they say.
@NullMarked
package fettle.evaluation;

import org.jspecify.annotations.NullMarked;
