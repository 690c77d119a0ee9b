/// The frame around every screen: top bar, side bar, status bar, command palette, key sheet.
@NullMarked
package fettle.ui.shell;

import org.jspecify.annotations.NullMarked;
