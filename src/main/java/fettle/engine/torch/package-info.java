/// The only room that knows libtorch: our own tensors, operations and scopes over it.
@NullMarked
package fettle.engine.torch;

import org.jspecify.annotations.NullMarked;
