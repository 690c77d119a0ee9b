/// Widgets that know no step: the design system of the window.
@NullMarked
package fettle.ui.control;

import org.jspecify.annotations.NullMarked;
