package fettle.collect.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fettle.document.Document.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

final class PdfTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static Paper read(byte[] pdf) {
        return new PaperReader(_ -> "", LONGEST).read(pdf, "paper.pdf");
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        return out.toByteArray();
    }

    /// One page for each list; each text is a line, 14 points apart.
    private static PDDocument document(List<List<String>> pages) throws IOException {
        var document = new PDDocument();
        for (List<String> lines : pages) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                column(content, 50, lines);
            }
        }
        return document;
    }

    private static void column(PDPageContentStream content, float x, List<String> lines) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.setLeading(14);
        content.newLineAtOffset(x, 720);
        for (String line : lines) {
            content.showText(line);
            content.newLine();
        }
        content.endText();
    }

    @Test
    void readsItsTextAndTitle() throws Exception {
        PDDocument document = document(List.of(List.of("A first line of text", "and a second one.")));
        document.getDocumentInformation().setTitle("On lines");
        assertEquals(new Paper.Taken("On lines", Kind.TEXT, "A first line of text\nand a second one.\n"),
                read(bytes(document)));
    }

    @Test
    void keepsColumnsApart() throws Exception {
        var document = new PDDocument();
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            column(content, 50, List.of("left one", "left two"));
            column(content, 320, List.of("right one", "right two"));
        }
        String text = assertInstanceOf(Paper.Taken.class, read(bytes(document))).text();
        assertEquals(List.of("left one", "left two", "right one", "right two"),
                text.lines().filter(line -> !line.isBlank()).toList());
    }

    @Test
    void joinsWordsThatALineEndTookApart() throws Exception {
        byte[] pdf = bytes(
                document(List.of(List.of("The transfor-", "mation of a well-", "known one, as is well-known."))));
        assertEquals("The transformation\nof a well-known\none, as is well-known.\n",
                assertInstanceOf(Paper.Taken.class, read(pdf)).text());
    }

    @Test
    void dropsWhatStandsOnEveryPage() throws Exception {
        byte[] pdf = bytes(document(List.of(
                List.of("Journal of Lines, vol. 3", "The first page says one thing.", "It is long.", "1 of 4"),
                List.of("Journal of Lines, vol. 3", "The second says another.", "It is long too.", "2 of 4"),
                List.of("Journal of Lines, vol. 3", "The third says nothing new.", "Nearly.", "3 of 4"),
                List.of("Journal of Lines, vol. 3", "The fourth ends it.", "All.", "4 of 4"))));
        assertEquals("""
                The first page says one thing.
                It is long.

                The second says another.
                It is long too.

                The third says nothing new.
                Nearly.

                The fourth ends it.
                All.
                """, assertInstanceOf(Paper.Taken.class, read(pdf)).text());
    }

    @Test
    void dropsTheHeadOfEachChapter() throws Exception {
        var pages = new ArrayList<List<String>>();
        for (int page = 1; page <= 12; page++) {
            pages.add(
                    List.of("Chapter %d: About %s    %d".formatted((page + 2) / 3, "abcd".charAt((page - 1) / 3), page),
                            "Text %s of it.".formatted("abcdefghijkl".charAt(page - 1)), "And %s more."
                                    .formatted("mnopqrstuvwx".charAt(page - 1)),
                            "An end %s.".formatted("zyxwvutsrqpo".charAt(page - 1))));
        }
        String text = assertInstanceOf(Paper.Taken.class, read(bytes(document(pages)))).text();
        assertEquals(36, text.lines().filter(line -> !line.isBlank()).count(), text);
    }

    @Test
    void saysThatAScanHasNoText() throws Exception {
        var document = new PDDocument();
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(LosslessFactory.createFromImage(document,
                    new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB)), 0, 0);
        }
        assertEquals(new Paper.Refused("a scan: pictures of pages, without text"), read(bytes(document)));
    }

    @Test
    void saysThatItIsLocked() throws Exception {
        PDDocument document = document(List.of(List.of("secret")));
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        assertEquals(new Paper.Refused("protected by a password"), read(bytes(document)));

        PDDocument shown = document(List.of(List.of("look, but do not copy")));
        var permission = new AccessPermission();
        permission.setCanExtractContent(false);
        shown.protect(new StandardProtectionPolicy("owner", "", permission));
        assertEquals(new Paper.Refused("its author forbids to copy its text"), read(bytes(shown)));
    }

    @Test
    void survivesBrokenAndHostileFiles() throws Exception {
        var broken = new Paper.Refused("broken, or not what its name says");
        assertEquals(broken, read("not a PDF".getBytes(StandardCharsets.UTF_8)));
        assertEquals(broken, read("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)));
        byte[] whole = bytes(document(List.of(List.of("Some text"))));
        for (int cut = 10; cut < whole.length; cut += 97) {
            byte[] part = Arrays.copyOf(whole, cut);
            assertTimeoutPreemptively(LONGEST, () -> read(part));
        }
    }

    @Test
    void refusesAPageThatBursts() throws Exception {
        var document = new PDDocument();
        var page = new PDPage();
        document.addPage(page);
        var packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 100; i++) {
                deflate.write("q Q ".repeat(250_000).getBytes(StandardCharsets.UTF_8));
            }
        }
        var stream = new PDStream(document);
        try (var out = stream.getCOSObject().createRawOutputStream()) {
            out.write(packed.toByteArray());
        }
        stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
        page.setContents(stream);
        assertEquals(new Paper.Refused("one of its pages is larger than 64 MB"), read(bytes(document)));
    }

    @Test
    void givesUpAPageThatTakesTooLong() throws Exception {
        var document = document(List.of(List.of("x")));
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            for (int i = 0; i < 10; i++) {
                out.write("q Q ".repeat(250_000).getBytes(StandardCharsets.UTF_8));
            }
        }
        document.getPage(0).setContents(stream);
        byte[] pdf = bytes(document);
        var slow = new PaperReader(_ -> "", Duration.ofMillis(1));
        assertEquals(new Paper.Refused("reading it took longer than 0 s"), slow.read(pdf, "slow.pdf"));
    }

    /// Two nodes of the page tree that hold each other.
    @Test
    void survivesPagesThatHoldThemselves() {
        String pdf = """
                %PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >> endobj
                trailer << /Root 1 0 R /Size 4 >>
                %%EOF
                """;
        assertTimeoutPreemptively(LONGEST, () -> assertInstanceOf(Paper.Refused.class,
                read(pdf.getBytes(StandardCharsets.UTF_8))));
    }
}
