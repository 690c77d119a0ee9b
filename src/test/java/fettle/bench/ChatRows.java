package fettle.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Chat rows made up from word lists: the same for the same seed, of many lengths (1.7 KB in the middle), with words as
/// rare and as common as in real texts, one in twelve Chinese, some with system texts, several turns or tool calls, and one
/// in fifty a repeat of an earlier row.
public final class ChatRows {

    /// In most rows.
    public static final String COMMON = "the";

    /// In about one row of twenty.
    public static final String MIDDLING = "refund";

    /// In exactly one row, the one in the middle.
    public static final String RARE = "needlework";

    /// In many of the Chinese rows.
    public static final String CHINESE = "模型";

    private static final String[] HEAD = ("the of and to a in is that it for as was with be by on not he this are or his"
            + " from at which but have an had they you were their one all we can her has there been if more when will"
            + " would who so no out up into do any your what some could them other than then its time only people may"
            + " after first also new because like two these our over most such how where even through must well back"
            + " question answer write list explain following sentence function return value number order customer day"
            + " data model text word line example code name file user system message table row between under while")
            .split(" ");
    private static final String[] ONSETS = "b c d f g h j k l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl sp st th tr"
            .split(" ");
    private static final String[] RHYMES = "a e i o u ai ea ee ou an en in on un ar er or al el il ate ine ent ist ion"
            .split(" ");
    private static final String[] CHINESE_HEAD = "的 一 是 不 了 人 我 在 有 他 这 中 大 来 上 国 个 到 说 们 为 子 和 你 地 出 道 也 时 年 模型 训练 数据 问题 回答"
            .split(" ");
    private static final int VOCABULARY = 120_000;
    private static final int STARTS = 1 << 16;
    private static final int[] LENGTHS = {12, 35, 80, 140, 200, 290, 620};

    private static final String[] WORDS = new String[VOCABULARY];

    /// The share of all words that is used up with each.
    private static final double[] UP_TO = new double[VOCABULARY];

    /// Of each of many equal shares, the first word that reaches into it.
    private static final int[] FIRST = new int[STARTS + 1];

    static {
        var random = new Random(1);
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            WORDS[rank] = rank < HEAD.length ? HEAD[rank] : invented(random, rank);
            sum += 1 / (rank + 2.7);
            UP_TO[rank] = sum;
        }
        int start = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            UP_TO[rank] /= sum;
            while (start <= UP_TO[rank] * STARTS) {
                FIRST[start++] = rank;
            }
        }
    }

    private final Random random = new Random(7);
    private final StringBuilder json = new StringBuilder(4096);

    private ChatRows() {}

    /// Rare words are longer.
    private static String invented(Random random, int rank) {
        var word = new StringBuilder();
        for (int syllable = random.nextInt(rank < 5000 ? 2 : 3); syllable >= 0; syllable--) {
            word.append(ONSETS[random.nextInt(ONSETS.length)]).append(RHYMES[random.nextInt(RHYMES.length)]);
        }
        return word.toString();
    }

    /// Writes `rows` rows as JSON lines.
    public static void write(Path file, int rows) throws IOException {
        var made = new ChatRows();
        var earlier = new String[64];
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < rows; row++) {
                boolean repeats = row > 1000 && row % 50 == 49;
                String line = repeats ? earlier[row / 50 % earlier.length] : made.row(row, row == rows / 2);
                earlier[row % earlier.length] = line;
                out.write(line);
                out.write('\n');
            }
        }
    }

    private String row(int number, boolean rare) {
        json.setLength(0);
        json.append("{\"messages\":[");
        if (random.nextInt(3) == 0) {
            turn("system", () -> json.append("You answer briefly and say what you do not know."));
        }
        boolean chinese = number % 12 == 5;
        int exchanges = random.nextInt(8) == 0 ? 2 + random.nextInt(5) : 1;
        for (int exchange = 0; exchange < exchanges; exchange++) {
            turn("user", () -> text(8 + random.nextInt(50), chinese));
            if (random.nextInt(30) == 0) {
                toolCall();
            }
            int length = LENGTHS[random.nextInt(LENGTHS.length)];
            turn("assistant", () -> answer(length / exchanges + random.nextInt(60), chinese, rare));
        }
        json.setCharAt(json.length() - 1, ']');
        return json.append('}').toString();
    }

    private void turn(String role, Runnable text) {
        json.append("{\"role\":\"").append(role).append("\",\"content\":\"");
        text.run();
        json.append("\"},");
    }

    private void toolCall() {
        json.append("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_")
                .append(random.nextInt(1000))
                .append("\",\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"arguments\":\"{\\\"order\\\":")
                .append(random.nextInt(100_000)).append("}\"}}]},");
        turn("tool", () -> json.append("{\\\"state\\\":\\\"").append(word()).append("\\\"}"));
    }

    private void answer(int length, boolean chinese, boolean rare) {
        text(length, chinese);
        if (rare) {
            json.append(" a ").append(RARE);
        }
        if (random.nextInt(20) == 0) {
            json.append(" The ").append(MIDDLING).append(" policy holds.");
        }
        if (random.nextInt(10) == 0) {
            json.append("\\n```java\\nint n = ").append(random.nextInt(1000)).append("; // \\\"").append(word())
                    .append("\\\" — naïve café 🎉\\n```");
        }
    }

    private void text(int length, boolean chinese) {
        for (int word = 0; word < length; word++) {
            if (chinese) {
                json.append(random.nextInt(2) == 0
                        ? CHINESE_HEAD[Math.min(random.nextInt(CHINESE_HEAD.length),
                                random.nextInt(CHINESE_HEAD.length))]
                        : String.valueOf((char) (0x4E00 + random.nextInt(1 + random.nextInt(3000)))));
            } else {
                json.append(word == 0 ? "" : " ").append(word());
            }
            if (word % 13 == 12) {
                json.append(chinese ? "。" : word % 39 == 38 ? ".\\n\\n" : ",");
            }
        }
    }

    private String word() {
        double wanted = random.nextDouble();
        int rank = FIRST[(int) (wanted * STARTS)];
        while (rank < VOCABULARY - 1 && UP_TO[rank] < wanted) {
            rank++;
        }
        return WORDS[rank];
    }
}
