/// Documents cut to a token limit, with their place in the document.
@NullMarked
package fettle.chunk;

import org.jspecify.annotations.NullMarked;
