/// The search index of a project: derived from the rows, behind their saves, never part of one.
@NullMarked
package fettle.project.search;

import org.jspecify.annotations.NullMarked;
