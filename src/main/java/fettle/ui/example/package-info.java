/// The examples: table, facets, editor, changes and review.
@NullMarked
package fettle.ui.example;

import org.jspecify.annotations.NullMarked;
