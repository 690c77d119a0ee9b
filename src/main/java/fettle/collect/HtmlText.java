package fettle.collect;

import fettle.collect.html.HtmlMarkdown;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Writes the text of a page in a file as Markdown. Scripts, menus and forms are left out.
final class HtmlText {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final String LEFT_OUT = "script,style,noscript,template,nav,form,[hidden]";

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(LEFT_OUT).remove();
        return HtmlMarkdown.of(page.body());
    }

    /// The page's own title; empty if it has none.
    static String title(String html) {
        return SPACES.matcher(Jsoup.parse(html).title()).replaceAll(" ").strip();
    }
}
