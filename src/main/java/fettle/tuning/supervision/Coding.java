package fettle.tuning.supervision;

import fettle.token.Encoding;
import fettle.token.bpe.Tokenizer;

/// Text as token ids, and how many bytes of the text each id stands for.
public interface Coding {

    /// The ids of a text; marks of the template that are written out in it are single tokens where the model has such.
    int[] encode(String text);

    /// The UTF-8 bytes that `id` stands for.
    byte[] bytesOf(int id);

    /// A model's own tokenizer.
    static Coding of(Tokenizer tokenizer) {
        return new Coding() {
            @Override
            public int[] encode(String text) {
                return tokenizer.encode(text);
            }

            @Override
            public byte[] bytesOf(int id) {
                return tokenizer.bytesOf(id);
            }
        };
    }

    /// One of OpenAI's encodings; whatever looks like a mark is ordinary text.
    static Coding of(Encoding encoding) {
        return new Coding() {
            @Override
            public int[] encode(String text) {
                return text.isEmpty() ? new int[0] : encoding.encode(text);
            }

            @Override
            public byte[] bytesOf(int id) {
                return encoding.decode(new int[]{id});
            }
        };
    }
}
