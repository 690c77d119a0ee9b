/// One example being edited: its turns as blocks, what was changed, what it costs, and the saving of it.
@NullMarked
package fettle.ui.example.editor;

import org.jspecify.annotations.NullMarked;
