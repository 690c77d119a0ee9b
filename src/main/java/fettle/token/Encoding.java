package fettle.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The encodings of OpenAI's models. Each is loaded when it first counts (a third of a second), on the thread that counts.
/// Special tokens are never made: they count as the ordinary text that they are. Safe for several threads.
public enum Encoding implements TokenCounter {

    O200K_BASE(EncodingType.O200K_BASE, "chatgpt-4o.*|gpt-4o.*|gpt-4\\.\\d.*|gpt-[5-9].*|gpt-oss.*|o[1-9](-.*)?"),
    CL100K_BASE(EncodingType.CL100K_BASE,
            "gpt-4(-.*)?|gpt-3\\.5-turbo.*|gpt-35-turbo.*|(davinci|babbage)-002|text-embedding-(ada-002|3-.*)"),
    P50K_BASE(EncodingType.P50K_BASE, "text-davinci-00[23]|code-(davinci|cushman).*"),
    R50K_BASE(EncodingType.R50K_BASE, "gpt2|(text-)?(davinci|curie|babbage|ada)(-001)?");

    /// What chunks and examples are counted with when nothing else is asked for.
    public static final Encoding DEFAULT = O200K_BASE;

    private static final Map<EncodingType, com.knuddels.jtokkit.api.Encoding> LOADED = new ConcurrentHashMap<>();

    private final EncodingType type;
    private final Pattern models;

    Encoding(EncodingType type, String models) {
        this.type = type;
        this.models = Pattern.compile(models);
    }

    /// The encoding of this name, such as "o200k_base". Throws when there is none, naming those that there are.
    public static Encoding named(String name) throws TokenException {
        for (Encoding encoding : values()) {
            if (encoding.label().equals(name)) {
                return encoding;
            }
        }
        throw new TokenException(
                "There is no encoding \"" + name + "\"; there are " + String.join(", ", labels()) + ".");
    }

    /// The names of all, the newest first.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Encoding::label).toList();
    }

    /// The encoding of one of OpenAI's models, tuned ones too; empty for any other model. A provider's name with a slash
    /// may stand before it.
    public static Optional<Encoding> forModel(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        String tuned = name.startsWith("ft:") ? name.substring(3) : name;
        String base = tuned.split(":", 2)[0];
        return Arrays.stream(values()).filter(encoding -> encoding.models.matcher(base).matches()).findFirst();
    }

    /// Its name as people and files write it, such as "o200k_base".
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int count(String text) {
        return text.isEmpty() ? 0 : tables().countTokensOrdinary(WellFormed.text(text));
    }

    @Override
    public int prefix(String text, int tokens) {
        int[] ids = encode(text);
        if (ids.length <= tokens) {
            return text.length();
        }
        byte[] bytes = decode(Arrays.copyOf(ids, Math.max(0, tokens)));
        int units = 0;
        for (byte each : bytes) { // a character counts when its last byte is there
            units += (each & 0xC0) == 0x80 ? 0 : (each & 0xF8) == 0xF0 ? 2 : 1;
        }
        return WellFormed.text(text).equals(text) ? backToWhole(bytes, units) : Math.min(units, text.length());
    }

    /// Half a character at the end does not count.
    private static int backToWhole(byte[] bytes, int units) {
        int at = bytes.length - 1;
        while (at >= 0 && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        if (at < 0) {
            return 0;
        }
        int lead = bytes[at] & 0xFF;
        int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return bytes.length - at < length ? units - (length == 4 ? 2 : 1) : units;
    }

    /// The ids of `text`; a lone surrogate is read as U+FFFD.
    public int[] encode(String text) {
        return tables().encodeOrdinary(WellFormed.text(text)).toArray();
    }

    /// The bytes that `ids` stand for, possibly with half a character at either end.
    public byte[] decode(int[] ids) {
        var list = new IntArrayList(ids.length);
        for (int id : ids) {
            list.add(id);
        }
        return tables().decodeBytes(list);
    }

    /// Loads the tables now. For a job that runs before the first count is asked for.
    public void load() {
        tables();
    }

    private com.knuddels.jtokkit.api.Encoding tables() {
        return LOADED.computeIfAbsent(type, wanted -> Encodings.newLazyEncodingRegistry().getEncoding(wanted));
    }
}
