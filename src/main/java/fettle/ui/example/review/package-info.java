/// The review: one example after the other, each with one decision.
@NullMarked
package fettle.ui.example.review;

import org.jspecify.annotations.NullMarked;
