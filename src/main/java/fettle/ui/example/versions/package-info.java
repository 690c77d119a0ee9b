/// What one example was before, and the way back to it.
@NullMarked
package fettle.ui.example.versions;

import org.jspecify.annotations.NullMarked;
