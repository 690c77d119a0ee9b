/// What is taken out of a text, or mended in it, before it is used: named rules in a fixed order.
@NullMarked
package fettle.document.clean;

import org.jspecify.annotations.NullMarked;
