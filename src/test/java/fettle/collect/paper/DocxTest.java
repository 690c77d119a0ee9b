package fettle.collect.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fettle.document.Document.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

final class DocxTest {

    private static Paper read(byte[] docx) {
        return new PaperReader(_ -> "").read(docx, "Letter.DOCX");
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.write(out);
        document.close();
        return out.toByteArray();
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (!style.isEmpty()) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static BigInteger numbering(XWPFDocument document, STNumberFormat.Enum format) {
        var made = CTAbstractNum.Factory.newInstance();
        made.setAbstractNumId(BigInteger.valueOf(format.intValue()));
        for (int level = 0; level < 2; level++) {
            var one = made.addNewLvl();
            one.setIlvl(BigInteger.valueOf(level));
            one.addNewNumFmt().setVal(format);
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(made)));
    }

    @Test
    void writesHeadingsListsTablesCodeAndNotes() throws Exception {
        var document = new XWPFDocument();
        document.getProperties().getCoreProperties().setTitle("A letter");
        paragraph(document, "Heading1", "Letter");
        XWPFParagraph first = paragraph(document, "", "Dear reader");
        var note = document.createFootnote();
        note.createParagraph().createRun().setText("Whoever you are.");
        first.addFootnoteReference(note);
        paragraph(document, "Heading2", "What to do");
        BigInteger bullets = numbering(document, STNumberFormat.BULLET);
        paragraph(document, "", "one").setNumID(bullets);
        XWPFParagraph deep = paragraph(document, "", "deep");
        deep.setNumID(bullets);
        deep.setNumILvl(BigInteger.ONE);
        paragraph(document, "", "counted").setNumID(numbering(document, STNumberFormat.DECIMAL));
        paragraph(document, "SourceCode", "int a;");
        paragraph(document, "SourceCode", "  int b;");
        XWPFTable table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("a");
        table.getRow(0).getCell(1).setText("b");
        table.getRow(1).getCell(0).setText("1");
        table.getRow(1).getCell(1).setText("x|y");
        paragraph(document, "", "# no heading");
        paragraph(document, "", "1. no item");
        assertEquals(new Paper.Taken("A letter", Kind.MARKDOWN, """
                # Letter

                Dear reader[^1]

                ## What to do

                - one
                    - deep
                1. counted

                ```
                int a;
                  int b;
                ```

                | a | b |
                | --- | --- |
                | 1 | x\\|y |

                \\# no heading

                1\\. no item

                [^1]: Whoever you are.
                """), read(bytes(document)));
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertEquals(new Paper.Refused("empty"), read(bytes(new XWPFDocument())));
        var broken = new Paper.Refused("broken, or not what its name says");
        assertEquals(broken, read("no zip".getBytes(StandardCharsets.UTF_8)));
        assertEquals(broken, read(zip(Map.of("a.txt", "x".getBytes(StandardCharsets.UTF_8)))));
        assertEquals(new Paper.Refused("protected by a password, or of an older kind"),
                read(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}));
    }

    @Test
    void refusesWhatBursts() throws Exception {
        assertEquals(new Paper.Refused("too large when it is unpacked"),
                read(changed("word/media/bomb.xml", new byte[60_000_000])));
    }

    @Test
    void neverReadsAFileThatAnEntityNames() throws Exception {
        String body = """
                <?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
                <w:t>before &x; after</w:t></w:r></w:p></w:body></w:document>""";
        Paper paper = read(changed("word/document.xml", body.getBytes(StandardCharsets.UTF_8)));
        assertFalse(paper.toString().contains("root:"), paper.toString());
    }

    @Test
    void survivesEntitiesThatMultiplyAndDeepNesting() throws Exception {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        laughs.append("]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&a11;"
                + "</w:document>");
        assertInstanceOf(Paper.Refused.class,
                read(changed("word/document.xml", laughs.toString().getBytes(StandardCharsets.UTF_8))));
        String deep = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:tbl><w:tr><w:tc>".repeat(30_000) + "</w:tc></w:tr></w:tbl>".repeat(30_000)
                + "</w:body></w:document>";
        assertInstanceOf(Paper.Refused.class,
                read(changed("word/document.xml", deep.getBytes(StandardCharsets.UTF_8))));
    }

    /// A good document with one member replaced or added.
    private static byte[] changed(String name, byte[] content) throws IOException {
        var document = new XWPFDocument();
        paragraph(document, "", "Text");
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(bytes(document)))) {
            ZipEntry entry;
            while ((entry = in.getNextEntry()) != null) {
                members.put(entry.getName(), ((InputStream) in).readAllBytes());
            }
        }
        members.put(name, content);
        return zip(members);
    }

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
