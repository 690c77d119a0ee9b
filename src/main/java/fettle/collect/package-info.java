/// Documents and rows come in: folders, tables, JSON Lines.
@NullMarked
package fettle.collect;

import org.jspecify.annotations.NullMarked;
