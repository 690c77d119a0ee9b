/// Hugging Face directories: weights in safetensors, config.json, tokenizer and chat template.
@NullMarked
package fettle.engine.hf;

import org.jspecify.annotations.NullMarked;
