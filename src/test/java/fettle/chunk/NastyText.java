package fettle.chunk;

import java.util.List;
import java.util.Random;

/// Makes Markdown that is hard to cut: long fences, fences in lists and quotations, tables, open fences, huge words.
final class NastyText {

    private static final List<String> WORDS = List.of("word", "größe", "你好", "🙂", "`code`", "**bold**", "a.b(c);",
            "<b>",
            "https://example.org/a-long/path?x=1", "```", "-", "1.", "  ");

    private final Random random;

    NastyText(Random random) {
        this.random = random;
    }

    String document() {
        var out = new StringBuilder(random.nextInt(6) == 0 ? "---\ntitle: " + words(4) + "\n---\n" : "");
        for (int blocks = 1 + random.nextInt(12); blocks > 0; blocks--) {
            out.append(block("")).append(random.nextInt(8) == 0 ? "\n" : "\n\n");
        }
        return out.toString();
    }

    private String block(String indent) {
        return switch (random.nextInt(indent.length() > 6 ? 6 : 9)) {
            case 0 -> indent + "#".repeat(1 + random.nextInt(6)) + " " + words(3);
            case 1 -> fence(indent);
            case 2 -> table(indent);
            case 3 -> indent + "<!-- " + words(6) + "\n\n```\n" + words(5) + "\n```\n-->";
            case 4 -> indent + "x".repeat(random.nextInt(600));
            case 5 -> indent + words(1 + random.nextInt(80)).replace("  ", "\n" + indent);
            case 6 -> "- " + block(indent + "  ").stripLeading() + "\n\n" + block(indent + "  ");
            case 7 -> "1. " + words(5) + "\n\n" + block(indent + "   ");
            default -> block("").indent(0).lines().map(line -> "> " + line)
                    .reduce("", (left, right) -> left + right + "\n");
        };
    }

    private String fence(String indent) {
        String mark = (random.nextBoolean() ? "`" : "~").repeat(3 + random.nextInt(3));
        var out = new StringBuilder(indent + mark + (random.nextBoolean() ? "java" : "") + "\n");
        for (int lines = random.nextInt(40); lines > 0; lines--) {
            out.append(indent).append(random.nextInt(12) == 0 ? "" : " ".repeat(random.nextInt(6)) + words(6))
                    .append('\n');
        }
        return random.nextInt(10) == 0 ? out.toString() : out + indent + mark;
    }

    private String table(String indent) {
        var out = new StringBuilder(indent + "| " + words(2) + " | b |\n" + indent + "|---|---|");
        for (int rows = random.nextInt(20); rows > 0; rows--) {
            out.append('\n').append(indent).append("| ").append(words(random.nextInt(8))).append(" | x |");
        }
        return out.toString();
    }

    private String words(int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return out.toString();
    }
}
