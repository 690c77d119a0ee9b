package fettle.collect.rows;

import fettle.example.BodyJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What lies directly below a JSON object that may be a whole file: its lists of objects.
final class JsonOutline {

    /// Lists that belong to one row, not of rows.
    private static final List<String> OF_A_ROW = List.of("messages", "conversations", "conversation", "tools",
            "functions", "tool_calls", "instances", "paragraphs", "qas", "replies", "history", "turns", "choices",
            "answers", "preferred_output", "non_preferred_output", "preferred_completion", "non_preferred_completion",
            "chosen_messages", "rejected_messages");

    /// Keys of rows that are lists themselves: below such a key, objects with these are turns.
    private static final List<String> OF_A_TURN = List.of("role", "from", "content", "value");

    /// Keys of an object that is a row itself.
    private static final List<String> ROW = List.of("instruction", "prompt", "question", "completion", "chosen",
            "context", "text");

    private final byte[] bytes;
    private int at;

    private JsonOutline(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A list of rows in an object.
    ///
    /// @param offset bytes before its opening bracket
    /// @param others lists of objects that stand beside it
    record RowList(String name, int offset, List<String> others) {}

    private record Member(String name, int from, int end, boolean listOfObjects) {}

    /// The biggest list of objects in the object that `sample`, the beginning of a file, begins with; empty when that
    /// object is a row itself, or one of several.
    static Optional<RowList> find(byte[] sample) {
        var outline = new JsonOutline(sample);
        var members = new ArrayList<Member>();
        boolean alone = outline.members(members);
        boolean row = members.stream().anyMatch(member -> ROW.contains(member.name()));
        List<Member> lists = members.stream().filter(Member::listOfObjects).filter(outline::holdsRows).toList();
        if (!alone || row || lists.isEmpty()) {
            return Optional.empty();
        }
        Member biggest = lists.stream().max(Comparator.comparingInt(member -> member.end() - member.from()))
                .orElseThrow();
        List<String> others = lists.stream().map(Member::name).filter(name -> !name.equals(biggest.name())).toList();
        return Optional.of(new RowList(biggest.name(), biggest.from(), others));
    }

    /// Collects the members up to the end of the sample. False when there is more than one object.
    private boolean members(List<Member> members) {
        skip();
        if (at >= bytes.length || bytes[at] != '{') {
            return false;
        }
        at++;
        while (true) {
            skip();
            if (at >= bytes.length) {
                return true;
            }
            if (bytes[at] == '}') {
                at++;
                skip();
                return at >= bytes.length;
            }
            int nameEnd = endOfText(at);
            if (bytes[at] != '"' || nameEnd >= bytes.length) {
                return !members.isEmpty();
            }
            String name = new String(bytes, at + 1, nameEnd - at - 2, StandardCharsets.UTF_8);
            at = nameEnd;
            skip();
            members.add(member(name));
        }
    }

    private Member member(String name) {
        int from = at;
        boolean list = at < bytes.length && bytes[at] == '[';
        boolean objects = list && firstBehind(at + 1) < bytes.length && bytes[firstBehind(at + 1)] == '{';
        if (at < bytes.length && bytes[at] == '"') {
            at = endOfText(at);
        } else if (list || (at < bytes.length && bytes[at] == '{')) {
            at = new Brackets(false).scan(bytes, at, bytes.length);
        } else {
            while (at < bytes.length && bytes[at] != ',' && bytes[at] != '}') {
                at++;
            }
        }
        return new Member(name, from, at, objects);
    }

    /// Behind the closing quotation mark.
    private int endOfText(int quote) {
        int end = quote + 1;
        while (end < bytes.length && bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, bytes.length);
    }

    private void skip() {
        at = firstBehind(at);
        while (at < bytes.length && (bytes[at] == ',' || bytes[at] == ':')) {
            at = firstBehind(at + 1);
        }
    }

    private int firstBehind(int place) {
        int next = place;
        while (next < bytes.length && bytes[next] <= ' ' && bytes[next] >= 0) {
            next++;
        }
        return next;
    }

    private boolean holdsRows(Member member) {
        if (!OF_A_ROW.contains(member.name())) {
            return true;
        }
        int first = firstBehind(member.from() + 1);
        int end = new Brackets(false).scan(bytes, first, bytes.length);
        try {
            JsonNode element = BodyJson.mapper().readTree(Arrays.copyOfRange(bytes, first, end));
            return OF_A_ROW.stream().anyMatch(element::has) && OF_A_TURN.stream().noneMatch(element::has);
        } catch (JacksonException _) {
            return false;
        }
    }

    /// Names the lists of objects in the rest of an object, from inside of it on to the end of the file.
    static List<String> furtherLists(ByteWindow window) throws IOException {
        var names = new ArrayList<String>();
        while (window.peek() == ',' || isBlank(window.peek())) {
            window.take(1);
        }
        while (window.peek() == '"' && names.size() < 100) {
            String name = name(window);
            while (window.peek() == ':' || isBlank(window.peek())) {
                window.take(1);
            }
            boolean list = window.peek() == '[';
            passValue(window);
            if (list) {
                names.add(name);
            }
            while (window.peek() == ',' || isBlank(window.peek())) {
                window.take(1);
            }
        }
        return names;
    }

    private static boolean isBlank(int each) {
        return each == ' ' || each == '\t' || each == '\n' || each == '\r';
    }

    private static String name(ByteWindow window) throws IOException {
        var name = new StringBuilder();
        window.take(1);
        for (int next = window.peek(); next >= 0 && next != '"' && name.length() < 200; next = window.peek()) {
            name.append((char) next);
            window.take(1);
        }
        if (window.peek() == '"') {
            window.take(1);
        }
        return name.toString();
    }

    private static void passValue(ByteWindow window) throws IOException {
        int first = window.peek();
        if (first == '[' || first == '{') {
            var brackets = new Brackets(false);
            while (!brackets.isClosed() && !brackets.isCrossed() && window.peek() >= 0) {
                int from = window.at();
                window.take(brackets.scan(window.bytes(), from, from + window.ahead()) - from);
            }
            return;
        }
        boolean inText = false;
        boolean escaped = false;
        for (int next = first; next >= 0 && (inText || (next != ',' && next != '}')); next = window.peek()) {
            inText ^= next == '"' && !escaped;
            escaped = next == '\\' && !escaped;
            window.take(1);
        }
    }
}
