/// How a file is replaced safely, and how one writer holds a folder.
@NullMarked
package fettle.disk;

import org.jspecify.annotations.NullMarked;
