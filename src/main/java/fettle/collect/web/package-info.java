/// Pages of the web come in, politely.
@NullMarked
package fettle.collect.web;

import org.jspecify.annotations.NullMarked;
