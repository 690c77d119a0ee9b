/// What all repositories have in common, however their files are fetched: which are taken, and what is kept of a visit.
@NullMarked
package fettle.collect.repository;

import org.jspecify.annotations.NullMarked;
