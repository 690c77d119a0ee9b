/// GPT-2-shaped causal language models.
@NullMarked
package fettle.engine.net;

import org.jspecify.annotations.NullMarked;
