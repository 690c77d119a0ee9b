package fettle.collect.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook put together from the XML of its sheets.
public final class MadeWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final StringBuilder names = new StringBuilder();
    private final Map<String, byte[]> further = new LinkedHashMap<>();
    private boolean from1904;

    /// A sheet by its rows, such as `<row r="1"><c r="A1"><v>5</v></c></row>`, and what stands behind them.
    public MadeWorkbook sheet(String name, String attributes, String rows, String behind) {
        int number = sheets.size() + 1;
        sheets.put("xl/worksheets/sheet" + number + ".xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                + "</sheetData>" + behind + "</worksheet>");
        names.append("<sheet name=\"").append(name).append("\" sheetId=\"").append(number).append("\" ")
                .append(attributes).append(" r:id=\"rId").append(number).append("\"/>");
        return this;
    }

    public MadeWorkbook from1904() {
        from1904 = true;
        return this;
    }

    /// Any further part.
    public MadeWorkbook part(String name, byte[] bytes) {
        further.put(name, bytes);
        return this;
    }

    /// Cells in a row, from column A on: `=` begins a number with its style such as `=1:0.25`, `!` an error; all else is
    /// text.
    public static String row(int number, String... cells) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String place = " r=\"" + (char) ('A' + i) + number + "\"";
            String cell = cells[i];
            if (cell.startsWith("=")) {
                int colon = cell.indexOf(':');
                row.append("<c").append(place).append(" s=\"").append(cell, 1, colon).append("\"><v>")
                        .append(cell.substring(colon + 1)).append("</v></c>");
            } else if (cell.startsWith("!")) {
                row.append("<c").append(place).append(" t=\"e\"><v>").append(cell.substring(1)).append("</v></c>");
            } else if (!cell.isEmpty()) {
                row.append("<c").append(place).append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(cell)
                        .append("</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    /// Style 0 is General, 1 `0.00%`, 2 `DD/MM/YY`, 3 `#,##0.00`, 4 `0`, 5 a date and time.
    public byte[] bytes() throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", utf8("<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"));
        parts.put("_rels/.rels", utf8("<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"" + RELATIONS + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        parts.put("xl/workbook.xml", utf8("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">"
                + "<workbookPr date1904=\"" + from1904 + "\"/><sheets>" + names + "</sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", utf8(relations()));
        parts.put("xl/styles.xml", utf8("<styleSheet xmlns=\"" + MAIN
                + "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" "
                + "formatCode=\"DD/MM/YY\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts>"
                + "<cellXfs count=\"6\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf numFmtId=\"4\"/>"
                + "<xf numFmtId=\"1\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"));
        sheets.forEach((name, xml) -> parts.put(name, utf8(xml)));
        parts.putAll(further);
        return zip(parts);
    }

    private String relations() {
        var relations = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 1; i <= sheets.size(); i++) {
            relations.append("<Relationship Id=\"rId").append(i).append("\" Type=\"").append(RELATIONS)
                    .append("/worksheet\" Target=\"worksheets/sheet").append(i).append(".xml\"/>");
        }
        return relations.append("<Relationship Id=\"rId99\" Type=\"").append(RELATIONS)
                .append("/styles\" Target=\"styles.xml\"/></Relationships>").toString();
    }

    public static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes());
        }
        return file;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
