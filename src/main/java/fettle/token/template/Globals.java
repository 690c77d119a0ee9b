package fettle.token.template;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// The functions that every template has.
final class Globals {

    static final Map<String, Object> FUNCTIONS = Map.of(
            "raise_exception", (Function) (arguments, _) -> {
                throw new Refusal(arguments.isEmpty() ? "no reason given" : Values.text(arguments.getFirst()));
            },
            "namespace", (Function) (arguments, named) -> {
                var fields = new LinkedHashMap<String, Object>();
                arguments.stream().filter(Map.class::isInstance)
                        .forEach(map -> ((Map<?, ?>) map).forEach((name, value) -> fields.put((String) name, value)));
                fields.putAll(named);
                return new Namespace(fields);
            },
            "dict", (Function) (_, named) -> named,
            "range", (Function) (arguments, _) -> range(arguments),
            "strftime_now", (Function) (arguments, _) -> now(Values.text(arguments.getFirst())));

    private Globals() {}

    private static List<Object> range(List<Object> arguments) {
        List<Long> numbers = arguments.stream().map(value -> Values.number(value).longValue()).toList();
        long from = numbers.size() > 1 ? numbers.getFirst() : 0;
        long to = numbers.get(numbers.size() > 1 ? 1 : 0);
        long step = numbers.size() > 2 ? numbers.get(2) : 1;
        if (step == 0) {
            throw new TemplateProblem("counts in steps of 0");
        }
        return LongStream.iterate(from, i -> step > 0 ? i < to : i > to, i -> i + step).mapToObj(i -> (Object) i)
                .toList();
    }

    private static String now(String format) {
        LocalDateTime now = LocalDateTime.now(java.time.ZoneId.systemDefault());
        var out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                out.append(format.charAt(i));
                continue;
            }
            char letter = format.charAt(++i);
            String pattern = switch (letter) {
                case 'd' -> "dd";
                case 'b' -> "MMM";
                case 'B' -> "MMMM";
                case 'm' -> "MM";
                case 'Y' -> "yyyy";
                case 'y' -> "yy";
                case 'H' -> "HH";
                case 'M' -> "mm";
                case 'S' -> "ss";
                case 'A' -> "EEEE";
                case 'a' -> "EEE";
                default ->
                    throw new TemplateProblem("writes the time by `%" + letter + "`, which Fettle does not know");
            };
            out.append(now.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)));
        }
        return out.toString();
    }
}
