/// Making a model from a release: recipe, events, the port to a tuner.
@NullMarked
package fettle.tuning;

import org.jspecify.annotations.NullMarked;
