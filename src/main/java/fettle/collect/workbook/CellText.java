package fettle.collect.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/// The text of a cell as Excel shows it: dates, percents and other numbers by the cell's own format, the stored result of
/// a formula.
final class CellText {

    /// Excel shows and keeps no more.
    private static final MathContext DIGITS = new MathContext(15);
    private static final int LONGEST_PLAIN = 30;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,100}");
    private static final Pattern WHOLE_FORMAT = Pattern.compile("[0#]+");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final List<String> ERRORS = List.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!",
            "#N/A",
            "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!");

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final boolean from1904;

    /// `from1904` says whether the days count from 1904 instead of 1900.
    CellText(boolean from1904) {
        this.from1904 = from1904;
    }

    /// Empty for an empty cell.
    String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        return switch (value) {
            case null -> "";
            case BigDecimal _ -> number(cell);
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            default -> decoded(value.toString());
        };
    }

    /// Whether the cell holds an error value, such as #DIV/0!.
    static boolean isError(@Nullable Cell cell) {
        return cell != null && (cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA && cell.getValue() instanceof String text
                        && ERRORS.contains(text)));
    }

    /// Whether the cell is a formula whose result the file does not have.
    static boolean lacksResult(@Nullable Cell cell) {
        return cell != null && cell.getType() == CellType.FORMULA && cell.getValue() == null;
    }

    private String number(Cell cell) {
        String raw = String.valueOf(cell.getRawValue()).strip();
        String format = cell.getDataFormatString();
        Integer id = cell.getDataFormatId();
        if (format == null || format.isBlank() || format.equalsIgnoreCase("General") || format.equals("@")
                || (WHOLE_FORMAT.matcher(format).matches() && WHOLE.matcher(raw).matches())) {
            return general(raw);
        }
        try {
            double value = Double.parseDouble(raw);
            String shown = Double.isFinite(value)
                    ? formatter.formatRawCellContents(value, id == null ? -1 : id, format, from1904)
                    : "";
            return shown.isBlank() ? general(raw) : shown.strip();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException _) {
            return general(raw); // a format that the formatter does not understand
        }
    }

    /// A whole number digit for digit; of any other the 15 digits that Excel has, so that 0.1+0.2 is 0.3.
    static String general(String raw) {
        if (WHOLE.matcher(raw).matches()) {
            return raw;
        }
        try {
            BigDecimal number = new BigDecimal(raw).round(DIGITS);
            BigDecimal shown = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            return Math.abs((long) shown.scale()) > LONGEST_PLAIN ? shown.toString() : shown.toPlainString();
        } catch (ArithmeticException | NumberFormatException _) {
            return raw;
        }
    }

    /// "A character that XML cannot hold is written _xHHHH_; an underscore that would begin such an escape is itself
    /// written _x005F_" (ECMA-376 Part 1, 22.9.2.19, ST_Xstring). From left to right, and nothing twice.
    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        var plain = new StringBuilder();
        int at = 0;
        while (escape.find(at)) {
            plain.append(text, at, escape.start()).append((char) Integer.parseInt(escape.group(1), 16));
            at = escape.end();
        }
        return plain.append(text, at, text.length()).toString();
    }
}
