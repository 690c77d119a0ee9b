/// The editor's third mode: the row as it will be trained, for the family of models that one chooses.
@NullMarked
package fettle.ui.example.supervision;

import org.jspecify.annotations.NullMarked;
