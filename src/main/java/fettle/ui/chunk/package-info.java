/// The chunks on screen: each document with its cuts drawn in.
@NullMarked
package fettle.ui.chunk;

import org.jspecify.annotations.NullMarked;
