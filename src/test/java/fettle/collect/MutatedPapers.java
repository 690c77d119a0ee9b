package fettle.collect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.workbook.MadeWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Whatever a page or paper has become, reading it ends in a document or in a reason.
abstract class MutatedPapers {

    private static final String PAGE = "<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title></head><body><nav>"
            + "<a href=/>Home</a></nav><article><h1>Naïve</h1><p>" + "One sentence, and another. ".repeat(30)
            + "</p><ul><li>a<li>b</ul><pre><code>x &lt; y</code></pre><table><tr><th>q<th>a<tr><td>1<td>2</table>"
            + "</article></body></html>";
    private static final long MOST_MILLIS = 30_000;
    private static final FileReader READER = new FileReader(10 << 20);

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aPage(@ForAll long number) {
        endsWell(MutatedFiles.mutated(PAGE.getBytes(StandardCharsets.UTF_8), number), "page.html");
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aPdf(@ForAll long number) throws IOException {
        endsWell(MutatedFiles.mutated(pdf(), number), "paper.pdf");
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aWordDocument(@ForAll long number) throws IOException {
        endsWell(MutatedFiles.mutated(word(), number), "paper.docx");
    }

    @Property(seed = "7", shrinking = ShrinkingMode.OFF)
    void aBook(@ForAll long number) throws IOException {
        byte[] chapter = MutatedFiles.mutated(PAGE.getBytes(StandardCharsets.UTF_8), number);
        byte[] book = book(chapter);
        endsWell(number % 2 == 0 ? book : MutatedFiles.mutated(book, number), "book.epub");
    }

    private static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText("A sentence of a paper, with more words.");
                content.endText();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] word() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("A heading");
            document.createParagraph().createRun().setText("A sentence of a document.");
            document.createTable(2, 2).getRow(0).getCell(0).setText("cell");
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] book(byte[] chapter) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", utf8("application/epub+zip"));
        parts.put("META-INF/container.xml",
                utf8("<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:"
                        + "container\"><rootfiles><rootfile full-path=\"c.opf\" media-type=\"application/oebps-package+xml\"/>"
                        + "</rootfiles></container>"));
        parts.put("c.opf",
                utf8("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"2.0\" unique-identifier=\"i\">"
                        + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>B</dc:title><dc:identifier id=\"i\">1"
                        + "</dc:identifier></metadata><manifest><item id=\"a\" href=\"a.xhtml\" media-type="
                        + "\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"));
        parts.put("a.xhtml", chapter);
        return MadeWorkbook.zip(parts);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void endsWell(byte[] bytes, String name) {
        long begun = System.nanoTime();
        FileReader.Read read = READER.read(bytes, name);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertTrue(millis < MOST_MILLIS, () -> "took " + millis + " ms: " + read);
        if (read instanceof FileReader.Read.Refused refused) {
            assertTrue(!refused.reason().isBlank(), "no reason");
        }
    }
}
