package fettle.example;

/// A few words around a place, as they stand and as they would be.
record Excerpt(String before, String after) {

    private static final int AROUND = 32;
    private static final int LONGEST = 160;

    /// Where two texts begin to differ.
    static Excerpt of(String text, String changed) {
        int first = 0;
        int most = Math.min(text.length(), changed.length());
        while (first < most && text.charAt(first) == changed.charAt(first)) {
            first++;
        }
        int last = 0;
        while (last < most - first
                && text.charAt(text.length() - 1 - last) == changed.charAt(changed.length() - 1 - last)) {
            last++;
        }
        return new Excerpt(part(text, first, text.length() - last), part(changed, first, changed.length() - last));
    }

    /// The words around a place.
    static String around(String text, int at) {
        return part(text, at, at + 1);
    }

    private static String part(String text, int from, int to) {
        int start = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), Math.min(to, from + LONGEST) + AROUND);
        start -= start > 0 && Character.isLowSurrogate(text.charAt(start)) ? 1 : 0;
        end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }

    /// The beginning, when it is long.
    static String cut(String text) {
        return text.length() <= LONGEST ? text : part(text, 0, LONGEST - AROUND);
    }
}
