/// Repositories by GitHub's API: an archive at first, then only what changed.
@NullMarked
package fettle.collect.github;

import org.jspecify.annotations.NullMarked;
