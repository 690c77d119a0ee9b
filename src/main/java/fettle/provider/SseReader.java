package fettle.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads server-sent events as the HTML standard says: lines end in LF, CR or CRLF, an event ends at an empty line, an
/// event that the end of the stream cuts in half is dropped.
final class SseReader {

    /// No honest event is longer; a longer one would only fill the memory.
    private static final int LONGEST = 16 << 20;

    private final Reader in;
    private final char[] buffer = new char[8192];
    private int at;
    private int end;
    private boolean afterCr;
    private boolean first = true;

    SseReader(InputStream in) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /// The data of the next event that has any; empty at the end of the stream.
    Optional<String> next() throws IOException {
        var data = new StringBuilder();
        boolean any = false;
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.isEmpty()) {
                if (any) {
                    return Optional.of(data.toString());
                }
            } else if (text.equals("data") || text.startsWith("data:")) {
                data.append(any ? "\n" : "").append(value(text));
                any = true;
            }
            if (data.length() > LONGEST) {
                throw new IOException("An event of the stream is longer than 16 MB.");
            }
        }
        return Optional.empty();
    }

    /// "If value starts with a U+0020 SPACE character, remove it from value."
    private static String value(String line) {
        int start = Math.min(line.length(), "data:".length());
        boolean blank = line.length() > start && line.charAt(start) == ' ';
        return line.substring(blank ? start + 1 : start);
    }

    /// The next whole line; empty at the end, where half a line is dropped.
    private Optional<String> line() throws IOException {
        var line = new StringBuilder();
        for (int next = read(); next >= 0; next = read()) {
            boolean wasCr = afterCr;
            afterCr = next == '\r';
            if (next == '\n' && wasCr) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                return Optional.of(line.toString());
            }
            if (!(first && next == '\uFEFF')) {
                line.append((char) next);
            }
            first = false;
            if (line.length() > LONGEST) {
                throw new IOException("A line of the stream is longer than 16 MB.");
            }
        }
        return Optional.empty();
    }

    private int read() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer));
            at = 0;
        }
        return end == 0 ? -1 : buffer[at++];
    }
}
