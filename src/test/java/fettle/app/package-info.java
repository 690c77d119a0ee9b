@NullMarked
package fettle.app;

import org.jspecify.annotations.NullMarked;
