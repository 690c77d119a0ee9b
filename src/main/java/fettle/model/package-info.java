/// Language models that are here, and where each came from.
@NullMarked
package fettle.model;

import org.jspecify.annotations.NullMarked;
