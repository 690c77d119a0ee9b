/// What is trained on: distribution, checks, split, export, releases.
@NullMarked
package fettle.dataset;

import org.jspecify.annotations.NullMarked;
