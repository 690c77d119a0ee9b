/// Conversations to train on: imported, generated, edited by hand.
@NullMarked
package fettle.example;

import org.jspecify.annotations.NullMarked;
