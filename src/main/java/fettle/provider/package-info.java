/// Models elsewhere: an OpenAI-compatible chat client with retry.
@NullMarked
package fettle.provider;

import org.jspecify.annotations.NullMarked;
