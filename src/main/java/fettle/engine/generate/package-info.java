/// Answering: the next token, again and again, as text.
@NullMarked
package fettle.engine.generate;

import org.jspecify.annotations.NullMarked;
