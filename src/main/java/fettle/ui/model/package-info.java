/// The models screen: what is on this machine, and a chat with two of them side by side.
@NullMarked
package fettle.ui.model;

import org.jspecify.annotations.NullMarked;
