/// Chat templates: the part of Jinja that models' templates use, rendered as Python renders it.
@NullMarked
package fettle.token.template;

import org.jspecify.annotations.NullMarked;
