/// The text of a page of the web, without what stands around it.
@NullMarked
package fettle.collect.article;

import org.jspecify.annotations.NullMarked;
