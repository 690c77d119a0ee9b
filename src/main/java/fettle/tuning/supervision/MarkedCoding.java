package fettle.tuning.supervision;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Another coding in which each mark of a template is one token, as in the model that the template belongs to. Marks have
/// the ids -2, -3, …, since their true ones are not known here.
final class MarkedCoding implements Coding {

    private static final int FIRST = -2;

    private final Coding plain;
    private final List<String> marks;
    private final Pattern anyMark;

    MarkedCoding(Coding plain, List<String> marks) {
        this.plain = plain;
        this.marks = List.copyOf(marks);
        this.anyMark = Pattern.compile(marks.stream().sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote).collect(Collectors.joining("|")));
    }

    @Override
    public int[] encode(String text) {
        if (marks.isEmpty()) {
            return plain.encode(text);
        }
        var ids = IntStream.builder();
        int at = 0;
        Matcher mark = anyMark.matcher(text);
        while (mark.find()) {
            IntStream.of(plain.encode(text.substring(at, mark.start()))).forEach(ids);
            ids.add(FIRST - marks.indexOf(mark.group()));
            at = mark.end();
        }
        IntStream.of(plain.encode(text.substring(at))).forEach(ids);
        return ids.build().toArray();
    }

    @Override
    public byte[] bytesOf(int id) {
        return id <= FIRST ? marks.get(FIRST - id).getBytes(StandardCharsets.UTF_8) : plain.bytesOf(id);
    }
}
