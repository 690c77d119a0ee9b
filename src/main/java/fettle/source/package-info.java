/// Where documents and examples come from: the first step of the path.
@NullMarked
package fettle.source;

import org.jspecify.annotations.NullMarked;
