/// HTML as Markdown.
@NullMarked
package fettle.collect.html;

import org.jspecify.annotations.NullMarked;
