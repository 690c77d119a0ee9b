/// Spelling: words that a Hunspell dictionary does not know, and what might have been meant.
@NullMarked
package fettle.ui.example.spelling;

import org.jspecify.annotations.NullMarked;
