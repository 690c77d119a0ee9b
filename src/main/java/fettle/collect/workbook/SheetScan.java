package fettle.collect.workbook;

import fettle.collect.workbook.SheetFacts.CellRange;
import fettle.job.ExpectedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks through the XML of a sheet, block by block, for what its cells do not say themselves.
final class SheetScan {

    private static final int CARRIED = 256;
    private static final int MOST_MERGED = 100_000;
    private static final Pattern MERGED = Pattern
            .compile(
                    "mergeCell\\s[^>]{0,120}?ref=[\"']\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})[\"']");

    /// Excel has columns up to XFD; the reader of sheets would make room for whatever stands here.
    private static final Pattern BEYOND = Pattern.compile("\\br=[\"'](?:[A-Za-z]{4,}\\d|[A-Za-z]{0,3}\\d{9,})");

    private final Path file;
    private final List<CellRange> merged = new ArrayList<>();
    private String carried = "";
    private int rows;
    private boolean filled;

    SheetScan(Path file) {
        this.file = file;
    }

    void add(byte[] block, int count) throws ExpectedException {
        String text = carried + new String(block, 0, count, StandardCharsets.ISO_8859_1);
        int fresh = carried.length();
        filled = filled || text.contains("<v>") || text.contains(":v>") || text.contains("<is>");
        for (int at = text.indexOf("row ", Math.max(0, fresh - 4)); at >= 0; at = text.indexOf("row ", at + 1)) {
            rows++;
        }
        int seen = 0;
        if (text.contains("mergeCell")) {
            Matcher found = MERGED.matcher(text);
            while (found.find() && merged.size() < MOST_MERGED) {
                seen = found.end();
                merged.add(new CellRange(Integer.parseInt(found.group(2)), column(found.group(1)),
                        Integer.parseInt(found.group(4)), column(found.group(3))));
            }
        }
        if (BEYOND.matcher(text).find()) {
            throw new ExpectedException("broken-workbook", file.getFileName()
                    + " is damaged: it has a cell beyond the last column or row of Excel.",
                    "Open it in Excel or LibreOffice and save it again.");
        }
        carried = text.substring(Math.max(seen, text.length() - CARRIED));
    }

    private static int column(String name) {
        int column = 0;
        for (int i = 0; i < name.length(); i++) {
            column = column * 26 + name.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    SheetFacts facts() {
        merged.sort(Comparator.comparingInt(CellRange::firstRow));
        return new SheetFacts(List.copyOf(merged), rows, filled);
    }
}
