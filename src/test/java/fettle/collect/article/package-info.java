/// Proofs that articles are found.
@NullMarked
package fettle.collect.article;

import org.jspecify.annotations.NullMarked;
