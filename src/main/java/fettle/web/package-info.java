/// How bytes go out: one client, every call in the network log.
@NullMarked
package fettle.web;

import org.jspecify.annotations.NullMarked;
