/// What is open, what runs and where the person is: observables on the screen thread only.
@NullMarked
package fettle.ui.session;

import org.jspecify.annotations.NullMarked;
