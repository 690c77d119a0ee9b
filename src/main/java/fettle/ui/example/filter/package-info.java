/// The filter of the examples: as conditions, as text with completion, as chips, as named views.
@NullMarked
package fettle.ui.example.filter;

import org.jspecify.annotations.NullMarked;
