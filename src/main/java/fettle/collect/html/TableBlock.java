package fettle.collect.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// Tells tables of data from those that lay a page out, and writes the former in GFM's form.
final class TableBlock {

    private static final int WIDEST = 60;
    private static final int SENTENCE = 40; // letters: shorter parts of a cell are lines of an address, or names

    private TableBlock() {}

    /// The rows of this table, not of one within it.
    static List<Element> rows(Element table) {
        var rows = new ArrayList<Element>();
        for (Element child : table.children()) {
            switch (child.normalName()) {
                case "tr" -> rows.add(child);
                case "thead", "tbody", "tfoot" -> child.children().stream().filter(row -> row.nameIs("tr"))
                        .forEach(rows::add);
                default -> {
                    // a caption, or columns without text
                }
            }
        }
        return rows;
    }

    static List<Element> cells(Element row) {
        return row.children().stream().filter(cell -> cell.nameIs("td") || cell.nameIs("th")).toList();
    }

    /// Whether each cell is a value: no code, no table and no heading within, and more than one column.
    static boolean holdsData(Element table) {
        List<Element> rows = rows(table);
        boolean columns = rows.stream().anyMatch(row -> cells(row).size() > 1);
        return columns && !rows.isEmpty() && !table.attr("role").equals("presentation")
                && table.select("table, pre, blockquote, h1, h2, h3, h4, h5, h6, hr").size() == 1
                && rows.stream().flatMap(row -> cells(row).stream()).allMatch(TableBlock::isValue);
    }

    private static boolean isValue(Element cell) {
        long paragraphs = cell.select("p, div, li").stream().filter(block -> block.ownText().length() > SENTENCE)
                .count();
        return paragraphs < 4;
    }

    /// `cell` writes a cell in one line.
    static String write(Element table, java.util.function.Function<Element, String> cell) {
        var grid = new ArrayList<List<String>>();
        var below = new int[WIDEST];
        for (Element row : rows(table)) {
            var line = new ArrayList<String>();
            for (Element one : cells(row)) {
                below(line, below);
                String text = cell.apply(one).replace('\n', ' ').replaceAll("(?<!\\\\)\\|", "\\\\|");
                int wide = span(one, "colspan");
                int high = span(one, "rowspan");
                for (int column = 0; column < wide && line.size() < WIDEST; column++) {
                    below[line.size()] = high - 1;
                    line.add(column == 0 ? text : "");
                }
            }
            below(line, below);
            grid.add(line);
        }
        return lines(grid);
    }

    /// Cells that a higher one of an earlier row covers.
    private static void below(List<String> line, int[] below) {
        while (line.size() < WIDEST && below[line.size()] > 0) {
            below[line.size()]--;
            line.add("");
        }
    }

    private static String lines(List<List<String>> grid) {
        grid.removeIf(row -> row.stream().allMatch(String::isBlank));
        int width = grid.stream().mapToInt(List::size).max().orElse(0);
        var lines = new ArrayList<String>();
        for (List<String> row : grid) {
            var line = new StringBuilder("|");
            for (int column = 0; column < width; column++) {
                line.append(' ').append(column < row.size() ? row.get(column) : "").append(" |");
            }
            lines.add(line.toString());
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(width));
            }
        }
        return String.join("\n", lines);
    }

    private static int span(Element cell, String attribute) {
        String text = cell.attr(attribute).strip();
        return text.matches("[1-9][0-9]?") ? Integer.parseInt(text) : 1;
    }
}
