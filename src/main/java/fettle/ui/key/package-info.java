/// The keys of all commands, to look up and to change; on the key sheet and in the settings.
@NullMarked
package fettle.ui.key;

import org.jspecify.annotations.NullMarked;
