package fettle.collect.html;

import java.util.Locale;
import java.util.regex.Pattern;

/// The line at hand while it is written: white space collapsed, what would be read as a mark escaped. Emphasis is decided
/// at the end, when both neighbours of a mark are known.
final class Inline {

    // noncharacters of Unicode: no text has them
    private static final char STRONG = '\uFDD0';
    private static final char STRONG_END = '\uFDD1';
    private static final char WEAK = '\uFDD2';
    private static final char WEAK_END = '\uFDD3';

    private static final Pattern MARKS = Pattern.compile("[\uFDD0-\uFDEF]");
    private static final Pattern ENTITY = Pattern.compile(
            "&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});.*",
            Pattern.DOTALL);
    private static final Pattern LINE_START = Pattern
            .compile("(?m)^(?:([0-9]{1,9})([.)])(?=\\s|$)|([-+*#=>]|~~~)(?=.*$))");
    private static final Pattern HEADING = Pattern.compile("#{1,6}(\\s.*)?");
    private static final Pattern RULE = Pattern.compile("(-[-\\s]*|=+\\s*|(\\*\\s*){3,})");

    private final StringBuilder line = new StringBuilder();
    private int strong;
    private int weak;

    boolean isEmpty() {
        return line.chars().allMatch(letter -> isMark((char) letter) || isSpace((char) letter));
    }

    /// Text of the page. Within the label of a link every bracket is escaped.
    void text(String text, boolean label) {
        String plain = MARKS.matcher(text).replaceAll("");
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (isCollapsible(letter)) {
                space();
            } else {
                if (isSpecial(plain, i, label)) {
                    line.append('\\');
                }
                line.append(letter);
            }
        }
    }

    /// One space, unless there is one or the line is fresh.
    void space() {
        int last = line.length() - 1;
        while (last >= 0 && (line.charAt(last) == STRONG || line.charAt(last) == WEAK)) {
            last--;
        }
        if (last >= 0 && line.charAt(last) != ' ' && line.charAt(last) != '\n') {
            line.append(' ');
        }
    }

    void lineBreak() {
        strip();
        line.append('\n');
    }

    boolean endsWithLineBreak() {
        return !line.isEmpty() && line.charAt(line.length() - 1) == '\n';
    }

    /// What is Markdown already.
    void raw(String markdown) {
        line.append(markdown);
    }

    void openStrong() {
        if (strong++ == 0) {
            line.append(STRONG);
        }
    }

    void closeStrong() {
        if (--strong == 0) {
            line.append(STRONG_END);
        }
    }

    void openWeak() {
        if (weak++ == 0) {
            line.append(WEAK);
        }
    }

    void closeWeak() {
        if (--weak == 0) {
            line.append(WEAK_END);
        }
    }

    private void strip() {
        while (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
            line.setLength(line.length() - 1);
        }
    }

    /// The line as Markdown, which begins anew.
    String take() {
        String done = Emphasis.resolve(line.toString().strip(), STRONG, STRONG_END, WEAK, WEAK_END);
        line.setLength(0);
        return done.strip();
    }

    /// A paragraph: what stands at the start of a line is no list, heading or quotation.
    static String paragraph(String text) {
        return LINE_START.matcher(text).replaceAll(found -> {
            String rest = text.substring(found.start()).lines().findFirst().orElse("");
            if (found.group(1) != null) {
                return found.group(1) + "\\\\" + found.group(2);
            }
            String mark = found.group(3);
            boolean read = switch (mark) {
                case "#" -> HEADING.matcher(rest).matches();
                case ">", "~~~" -> true;
                case "=" -> RULE.matcher(rest).matches();
                default -> rest.length() == 1 || rest.charAt(1) == ' ' || RULE.matcher(rest).matches();
            };
            return (read ? "\\\\" : "") + mark;
        });
    }

    private boolean isSpecial(String text, int at, boolean label) {
        char letter = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        char before = line.isEmpty() ? ' ' : line.charAt(line.length() - 1);
        return switch (letter) {
            case '`' -> true;
            case '*' -> !(isSpace(before) && isSpace(next));
            case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next))
                    && !(isSpace(before) && isSpace(next));
            case '\\' -> isPunctuation(next) || at + 1 == text.length();
            case '<' -> Character.isLetter(next) || next == '/' || next == '!' || next == '?';
            case '&' -> ENTITY.matcher(text).region(at, Math.min(text.length(), at + 40)).matches();
            case '[' -> label || text.indexOf("](", at) > 0 || text.indexOf("]:", at) > 0 || text.endsWith("]");
            case ']' -> label;
            default -> false;
        };
    }

    private static boolean isPunctuation(char letter) {
        return letter > 32 && letter < 127 && !Character.isLetterOrDigit(letter);
    }

    static boolean isCollapsible(char letter) {
        return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f';
    }

    static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00A0';
    }

    static boolean isMark(char letter) {
        return letter >= STRONG && letter <= WEAK_END;
    }

    /// An address as it stands in a link: nothing in it ends it early.
    static String address(String address) {
        String plain = address.strip().replaceAll("[\\s\\p{Cntrl}]", "%20").replace("<", "%3C").replace(">", "%3E")
                .replace("\\", "%5C");
        return isBalanced(plain) ? plain : plain.replace("(", "%28").replace(")", "%29");
    }

    private static boolean isBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0 && open < 30; i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0;
    }

    /// Whether a browser would run it instead of going there.
    static boolean leadsNowhere(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.equals("#") || lower.startsWith("javascript:") || lower.startsWith("data:");
    }
}
