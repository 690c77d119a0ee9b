package fettle.document.clean;

import java.util.List;

/// One place of a text and what stands there instead.
///
/// @param start in UTF-16 units
/// @param end exclusive
record Edit(int start, int end, String replacement) {

    /// The smallest edit that makes `after` of `before`, which stands at `offset`.
    static Edit narrow(int offset, String before, String after) {
        int most = Math.min(before.length(), after.length());
        int head = 0;
        while (head < most && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        head -= head > 0 && Character.isHighSurrogate(before.charAt(head - 1)) ? 1 : 0;
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        tail -= tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail)) ? 1 : 0;
        return new Edit(offset + head, offset + before.length() - tail, after.substring(head, after.length() - tail));
    }

    /// `edits` lie one behind the other and do not overlap.
    static String apply(String text, List<Edit> edits) {
        var written = new StringBuilder(text.length());
        int done = 0;
        for (Edit edit : edits) {
            written.append(text, done, edit.start).append(edit.replacement);
            done = edit.end;
        }
        return written.append(text, done, text.length()).toString();
    }
}
