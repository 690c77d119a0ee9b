package fettle.example;

import fettle.example.ExampleQuery.Condition.Op;
import java.util.Optional;

/// What is being written at a place of a filter that is not finished yet, for completion.
///
/// @param expected what would be right there
/// @param from where the piece that is being written begins, from 0
/// @param typed what of it is there already, without a quote
/// @param field the field of this condition; empty while a field or `and` is expected
/// @param inList whether a list is open before the place
public record FilterCursor(Expected expected, int from, String typed, Optional<ExampleField> field, boolean inList) {

    /// What would be right.
    public enum Expected {
        FIELD, OPERATOR, VALUE, AND,
        /// Nothing can be completed here: the filter is wrong before it.
        NOTHING
    }

    /// Reads the text up to `caret`.
    public static FilterCursor at(String text, int caret) {
        return new Scan(text.substring(0, Math.clamp(caret, 0, text.length()))).run();
    }

    /// Reads leniently: values are not looked into.
    private static final class Scan {

        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        FilterCursor run() {
            while (true) {
                skipBlanks();
                int start = at;
                String name = word();
                if (ended()) {
                    return here(Expected.FIELD, start, name, Optional.empty(), false);
                }
                Optional<ExampleField> field = ExampleField.of(name);
                if (field.isEmpty()) {
                    return here(Expected.NOTHING, start, name, field, false);
                }
                Optional<FilterCursor> inside = rest(field);
                if (inside.isPresent()) {
                    return inside.get();
                }
            }
        }

        /// Operator, value and `and`; empty when all three are there.
        private Optional<FilterCursor> rest(Optional<ExampleField> field) {
            skipBlanks();
            int start = at;
            while (!ended() && "=!<>~".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String sign = text.substring(start, at);
            boolean known = ExampleFilter.OPERATORS.containsKey(sign);
            if (ended() && !(sign.equals("=") || sign.equals("!=") || sign.equals("!~"))) {
                return Optional.of(here(Expected.OPERATOR, start, sign, field, false));
            }
            boolean range = sign.isEmpty() && "-.0123456789".indexOf(text.charAt(at)) >= 0;
            if (!known && !range) {
                return Optional.of(here(Expected.NOTHING, start, sign, field, false));
            }
            return value(field, takesList(ExampleFilter.OPERATORS.get(sign))).or(this::and);
        }

        private static boolean takesList(@org.jspecify.annotations.Nullable Op op) {
            return op == Op.EQ || op == Op.NE || op == Op.MATCHES || op == Op.NOT_MATCHES;
        }

        private Optional<FilterCursor> value(Optional<ExampleField> field, boolean list) {
            skipBlanks();
            if (ended() || !list || text.charAt(at) != '(') {
                return one(field, "", false);
            }
            do {
                at++;
                Optional<FilterCursor> inside = one(field, ",)", true);
                if (inside.isPresent()) {
                    return inside;
                }
                skipBlanks();
            } while (!ended() && text.charAt(at) == ',');
            if (ended() || text.charAt(at) != ')') {
                return Optional.of(here(Expected.NOTHING, at, "", field, true));
            }
            at++;
            return Optional.empty();
        }

        private Optional<FilterCursor> one(Optional<ExampleField> field, String ends, boolean inList) {
            skipBlanks();
            int start = at;
            if (ended()) {
                return Optional.of(here(Expected.VALUE, start, "", field, inList));
            }
            char quote = text.charAt(at);
            if (quote == '"' || quote == '\'') {
                int close = close(quote);
                at = close < 0 ? text.length() : close + 1;
                return close >= 0
                        ? Optional.empty()
                        : Optional.of(here(Expected.VALUE, start,
                                text.substring(start + 1).replace("" + quote + quote, "" + quote), field, inList));
            }
            while (!ended() && !Character.isWhitespace(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return ended()
                    ? Optional.of(here(Expected.VALUE, start, text.substring(start), field, inList))
                    : Optional.empty();
        }

        private int close(char quote) {
            for (int place = at + 1; place < text.length(); place++) {
                if (text.charAt(place) == quote) {
                    if (place + 1 < text.length() && text.charAt(place + 1) == quote) {
                        place++;
                    } else {
                        return place;
                    }
                }
            }
            return -1;
        }

        private Optional<FilterCursor> and() {
            skipBlanks();
            int start = at;
            String word = word();
            if (ended() && !word.equalsIgnoreCase("and")) {
                return Optional.of(here(Expected.AND, start, word, Optional.empty(), false));
            }
            return word.equalsIgnoreCase("and") && !ended()
                    ? Optional.empty()
                    : Optional.of(here(Expected.NOTHING, start, word, Optional.empty(), false));
        }

        private static FilterCursor here(Expected expected, int from, String typed, Optional<ExampleField> field,
                boolean inList) {
            return new FilterCursor(expected, from, typed, field, inList);
        }

        private String word() {
            int start = at;
            while (!ended() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private void skipBlanks() {
            while (!ended() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean ended() {
            return at >= text.length();
        }
    }
}
