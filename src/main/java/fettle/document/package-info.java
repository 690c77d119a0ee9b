/// Texts as they came in, with where they came from.
@NullMarked
package fettle.document;

import org.jspecify.annotations.NullMarked;
