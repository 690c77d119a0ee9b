/// The dataset screen: how long the rows are, what is wrong with them, the split, releases and exports.
@NullMarked
package fettle.ui.dataset;

import org.jspecify.annotations.NullMarked;
