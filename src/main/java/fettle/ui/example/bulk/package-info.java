/// What is done to many examples at once: the number first, a preview where texts change, one step of the history.
@NullMarked
package fettle.ui.example.bulk;

import org.jspecify.annotations.NullMarked;
