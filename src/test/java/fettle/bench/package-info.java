/// How benchmarks tell their figures.
@NullMarked
package fettle.bench;

import org.jspecify.annotations.NullMarked;
