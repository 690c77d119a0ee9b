/// Text as people write and read it: Markdown and code in colour, word differences, areas that grow.
@NullMarked
package fettle.ui.control.text;

import org.jspecify.annotations.NullMarked;
