package fettle.ui.source.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of our own with known faults.
final class Faq {

    private Faq() {}

    /// Twenty rows: two with JSON in a cell, two with a lost encoding, one entity, one repeat, two without an answer.
    static Path faulty(Path folder) throws IOException {
        var csv = new StringBuilder("\uFEFFquestion,answer,source_url\r\n");
        for (int row = 1; row <= 20; row++) {
            String question = switch (row) {
                case 3 -> "Whatâ€™s a good warm-up number " + row + "?";
                case 5 -> "Why doesnâ€™t plan " + row + " repeat?";
                case 9 -> "How often should I water plant 8?";
                default -> "How often should I water plant " + row + "?";
            };
            String answer = switch (row) {
                case 6, 8 -> "[\"\"Every " + row + " days.\"\"]";
                case 7 -> "2 &amp; 3 times a week,\nnever at noon.";
                case 9 -> "Every 8 days.";
                case 12, 16 -> "";
                default -> "Every " + row + " days.";
            };
            csv.append('"').append(question).append("\",\"").append(answer).append("\",https://example.org/")
                    .append(row).append("\r\n");
        }
        return write(folder, "support_faq.csv", csv.toString());
    }

    /// Columns whose names say nothing.
    static Path odd(Path folder) throws IOException {
        return write(folder, "odd.csv", "k1;k2;k3\nPlants;How often?;Every day.\nPlants;How much?;A cup.\n");
    }

    /// `rows` clean rows.
    static Path clean(Path folder, int rows) throws IOException {
        var lines = new StringBuilder();
        for (int row = 1; row <= rows; row++) {
            lines.append("{\"messages\":[{\"role\":\"user\",\"content\":\"Question ").append(row)
                    .append("?\"},{\"role\":\"assistant\",\"content\":\"Answer ").append(row).append(".\"}]}\n");
        }
        return write(folder, "clean.jsonl", lines.toString());
    }

    static Path write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
