package fettle.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.article.Pages;
import fettle.collect.FileReader.Read;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

final class HtmlTextTest {

    @Test
    void takesTheArticleOfASavedPage() {
        HtmlText page = HtmlText.read(Pages.article("Boats come home in the morning"), "");
        assertEquals("Boats come home in the morning", page.title());
        assertTrue(page.text().startsWith("The harbour lay quiet"));
        assertFalse(page.text().contains("Most read"));
    }

    @Test
    void takesAllOfAReference() {
        var rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append("<li><a href='#f").append(i).append("'>function number ").append(i).append("</a></li>");
        }
        HtmlText page = HtmlText
                .read("<html><head><title>API</title></head><body><main><h1>Reference</h1>" + Pages.PARAGRAPH.repeat(2)
                        + "<ul class=menu>" + rows
                        + "</ul></main></body></html>", "");
        assertEquals("Reference", page.title());
        assertTrue(page.text().contains("function number 199"), page.text());
    }

    @Test
    void honoursTheCharsetThatAPageNames() {
        String html = "<html><head><meta charset=koi8-r><title>Порт</title></head><body><p>Лодки качались у стены.</p>";
        var read = (Read.Taken) new FileReader(1_000_000).read(html.getBytes(Charset.forName("KOI8-R")), "a.html");
        assertEquals("Лодки качались у стены.", read.document().text());
        assertEquals("Порт", read.document().title());
    }
}
