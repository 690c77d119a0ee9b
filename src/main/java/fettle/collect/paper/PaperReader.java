package fettle.collect.paper;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/// Takes the text out of PDF, DOCX and EPUB files. Whatever a file holds, the answer is its text or a reason: reading is
/// bounded in time and in what is unpacked, and a library that breaks down is no crash.
///
/// @param markdown makes Markdown of the bytes of a page, for the chapters of books
/// @param longest how long one file may take
public record PaperReader(Function<byte[], String> markdown, Duration longest) {

    /// Files above it are refused, in bytes.
    public static final long LARGEST = 100_000_000;

    private static final Duration USUAL = Duration.ofSeconds(60);

    public PaperReader(Function<byte[], String> markdown) {
        this(markdown, USUAL);
    }

    /// Whether a file of this name is one of them.
    public static boolean reads(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".pdf") || lower.endsWith(".docx") || lower.endsWith(".epub");
    }

    /// `name` ends as [#reads] wants it.
    public Paper read(byte[] bytes, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            Deadline deadline = Deadline.in(longest);
            if (lower.endsWith(".pdf")) {
                return PdfText.read(bytes, deadline);
            }
            return lower.endsWith(".docx")
                    ? DocxText.read(bytes, deadline)
                    : new EpubText(bytes, markdown, deadline).read();
        } catch (UnreadableException known) {
            return new Paper.Refused(known.reason());
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return new Paper.Refused("broken, or not what its name says");
        } catch (OutOfMemoryError _) {
            return new Paper.Refused("too large to be unpacked");
        } catch (LinkageError _) {
            return new Paper.Refused("Fettle lacks a part that reads it");
        }
    }
}
