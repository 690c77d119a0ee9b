/// How text is counted: encodings, a tokenizer.json, chat templates, distributions.
@NullMarked
package fettle.token;

import org.jspecify.annotations.NullMarked;
