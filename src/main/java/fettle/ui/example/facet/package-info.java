/// The facets of the examples: what values their fields have, and how many rows each.
@NullMarked
package fettle.ui.example.facet;

import org.jspecify.annotations.NullMarked;
