/// Proofs that pages come in, against a server on loopback.
@NullMarked
package fettle.collect.web;

import org.jspecify.annotations.NullMarked;
