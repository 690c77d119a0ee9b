/// What the shapes of training data say, as conversations in OpenAI's form and back. Pure functions over JSON.
@NullMarked
package fettle.example.shape;

import org.jspecify.annotations.NullMarked;
