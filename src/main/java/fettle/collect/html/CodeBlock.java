package fettle.collect.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Code as a fence, with its language where the page tells it.
final class CodeBlock {

    private static final Pattern LANGUAGE = Pattern
            .compile(
                    "(?:^|\\s)(?:language-|lang-|highlight-source-|brush:\\s*|sourceCode )([\\w+#-]{1,20})");
    private static final Pattern NO_LANGUAGE = Pattern.compile("(?i)none|text|plain|plaintext|default|source|code");

    private CodeBlock() {}

    /// The fence; empty when there is no code.
    static String of(Element pre) {
        var code = new StringBuilder();
        append(pre, code);
        String text = code.toString().replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ').stripTrailing();
        while (text.startsWith("\n") || text.matches("(?s)[ \\t]+\\n.*")) {
            text = text.substring(text.indexOf('\n') + 1);
        }
        if (text.isBlank()) {
            return "";
        }
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language(pre) + "\n" + text + "\n" + fence;
    }

    private static void append(Node node, StringBuilder code) {
        if (node instanceof TextNode text) {
            code.append(text.getWholeText());
        } else if (node instanceof Element element) {
            if (element.nameIs("br")) {
                code.append('\n');
                return;
            }
            boolean line = element.isBlock() && !element.nameIs("pre");
            endLine(line, code);
            element.childNodes().forEach(child -> append(child, code));
            endLine(line, code);
        }
    }

    private static void endLine(boolean line, StringBuilder code) {
        if (line && !code.isEmpty() && code.charAt(code.length() - 1) != '\n') {
            code.append('\n');
        }
    }

    private static String language(Element pre) {
        Element code = pre.selectFirst("code");
        Element parent = pre.parent();
        Element grand = parent == null ? null : parent.parent();
        for (Element element : new Element[]{code, pre, parent, grand}) {
            String found = element == null ? "" : told(element);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static String told(Element element) {
        String data = element.attr("data-lang") + element.attr("data-language");
        if (data.matches("[\\w+#-]{1,20}")) {
            return known(data);
        }
        Matcher named = LANGUAGE.matcher(element.className());
        return named.find() ? known(named.group(1)) : "";
    }

    private static String known(String language) {
        return NO_LANGUAGE.matcher(language).matches() ? "" : language.toLowerCase(Locale.ROOT);
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// Code within a line.
    static String span(String text) {
        String code = text.replaceAll("\\s+", " ").strip();
        int run = longestRun(code);
        if (run == 0) {
            return "`" + code + "`";
        }
        String mark = "`".repeat(run + 1);
        return mark + " " + code + " " + mark;
    }
}
