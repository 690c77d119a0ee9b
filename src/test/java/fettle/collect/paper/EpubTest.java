package fettle.collect.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.document.Document.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EpubTest {

    private static final String CONTAINER = """
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
            <rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""";
    private static final String BOOK = """
            <package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>The Engine House</dc:title></metadata><manifest>
            <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
            <item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
            <item id="side" href="text/side.xhtml" media-type="application/xhtml+xml"/>
            <item id="evil" href="../../../../etc/passwd" media-type="application/xhtml+xml"/>
            <item id="cover" href="cover.png" media-type="image/png"/></manifest>
            <spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="evil"/>
            <itemref idref="side" linear="no"/><itemref idref="cover"/><itemref idref="absent"/></spine></package>""";

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private void member(String name, String text) {
        members.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Paper read() throws IOException {
        return new PaperReader(page -> "<" + new String(page, StandardCharsets.UTF_8) + ">")
                .read(DocxTest.zip(members), "book.epub");
    }

    private void book() {
        member("mimetype", "application/epub+zip");
        member("META-INF/container.xml", CONTAINER);
        member("OPS/book.opf", BOOK);
        member("OPS/nav.xhtml", "nav");
        member("OPS/text/one.xhtml", "one");
        member("OPS/text/two b.xhtml", "two");
        member("OPS/text/side.xhtml", "side");
        member("etc/passwd", "not for you");
    }

    @Test
    void readsItsChaptersInOrder() throws Exception {
        book();
        assertEquals(new Paper.Taken("The Engine House", Kind.MARKDOWN, "<one>\n\n<two>\n"), read());
    }

    @Test
    void saysThatItIsLocked() throws Exception {
        book();
        member("META-INF/encryption.xml", """
                <encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>
                <enc:CipherReference URI="OPS/text/one.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>""");
        assertEquals(new Paper.Refused("locked by its seller (DRM)"), read());
        member("META-INF/encryption.xml", """
                <encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>
                <enc:CipherReference URI="OPS/font.otf"/></enc:CipherData></enc:EncryptedData></encryption>""");
        assertEquals(Paper.Taken.class, read().getClass());
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        member("a.xhtml", "x");
        assertEquals(new Paper.Refused("a book without a list of its chapters"), read());
        book();
        member("OPS/book.opf", "<package/>");
        assertEquals(new Paper.Refused("a book without text"), read());
        members.put("OPS/text/bomb.xhtml", new byte[90_000_000]);
        assertEquals(new Paper.Refused("too large when it is unpacked"), read());
    }
}
