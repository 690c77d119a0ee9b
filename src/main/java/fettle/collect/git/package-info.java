/// Repositories by git itself: any host that speaks git's smart protocol over HTTP, and checkouts on this disk.
@NullMarked
package fettle.collect.git;

import org.jspecify.annotations.NullMarked;
