/// Byte-level BPE as in a `tokenizer.json`: text to ids and back, and training of new vocabularies.
@NullMarked
package fettle.token.bpe;

import org.jspecify.annotations.NullMarked;
