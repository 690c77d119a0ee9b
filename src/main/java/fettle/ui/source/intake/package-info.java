/// Bringing examples in: files are read and looked at before anything is in the project.
@NullMarked
package fettle.ui.source.intake;

import org.jspecify.annotations.NullMarked;
