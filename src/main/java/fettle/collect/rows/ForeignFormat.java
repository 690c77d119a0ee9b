package fettle.collect.rows;

import fettle.job.ExpectedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Files that hold no text, told by their first bytes, with what the person can do.
final class ForeignFormat {

    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";

    private ForeignFormat() {}

    /// Throws an [ExpectedException] when the file begins like a format that cannot be read. `sample` is its beginning.
    static void refuse(Path file, byte[] sample) throws ExpectedException {
        String head = new String(sample, 0, Math.min(sample.length, 16), StandardCharsets.ISO_8859_1);
        String name = String.valueOf(file.getFileName());
        if (head.startsWith(OLE)) {
            throw ole(name, sample);
        }
        if (head.startsWith("PAR1")) {
            throw new ExpectedException("parquet", name + " is a Parquet file, which is not read.",
                    "Write it as JSON lines first, with pandas: read_parquet(…).to_json(…, orient=\"records\", lines=True).");
        }
        if (head.startsWith("\u001F\u008B") || head.startsWith("BZh") || head.startsWith("\u00FD7zXZ")
                || head.startsWith("7z\u00BC\u00AF") || head.startsWith("(\u00B5/\u00FD")) {
            throw new ExpectedException("binary", name + " is compressed.", "Unpack it first.");
        }
        if (head.startsWith("%PDF")) {
            throw new ExpectedException("binary", name + " is a PDF, which holds no rows.",
                    "Collect it as a document: add its folder as a source.");
        }
        if (head.startsWith("ARROW1") || head.startsWith("SQLite format 3")) {
            throw new ExpectedException("binary", name + " is no text.", "Save it as CSV or JSON lines first.");
        }
        String begin = new String(sample, 0, Math.min(sample.length, 512), StandardCharsets.ISO_8859_1).stripLeading()
                .toLowerCase(Locale.ROOT);
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
            throw new ExpectedException("web-page", name + " is a web page, which holds no rows.",
                    "Collect it as a document: add its address or its folder as a source.");
        }
    }

    private static ExpectedException ole(String name, byte[] sample) {
        String text = new String(sample, StandardCharsets.UTF_16LE) + new String(sample, 1,
                Math.max(0, sample.length - 1), StandardCharsets.UTF_16LE);
        if (text.contains("EncryptedPackage")) {
            return new ExpectedException("encrypted", name + " is locked with a password.",
                    "Open it in Excel, take the password out (File, Info, Protect Workbook) and save it again.");
        }
        boolean workbook = text.contains("Workbook") || text.contains("Book")
                || name.toLowerCase(Locale.ROOT).endsWith(".xls");
        return new ExpectedException("old-workbook", name + (workbook
                ? " is a workbook in the old format of Excel 97–2003 (.xls)."
                : " is an Office file in the old format of 1997–2003."),
                "Open it and save it as .xlsx or CSV first.");
    }

    /// For a file that is neither JSON nor text.
    static ExpectedException binary(Path file) {
        return new ExpectedException("binary", file.getFileName() + " is not text.",
                "Save it as CSV or JSON lines first.");
    }
}
