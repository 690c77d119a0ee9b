/// What is done to many rows at once: each act says what becomes of one row, so that it can be shown before it is done.
@NullMarked
package fettle.example.bulk;

import org.jspecify.annotations.NullMarked;
