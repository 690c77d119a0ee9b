/// The documents on screen: a list, and one of them to read.
@NullMarked
package fettle.ui.document;

import org.jspecify.annotations.NullMarked;
