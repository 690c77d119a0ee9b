package fettle.collect;

import fettle.collect.article.ArticlePages;
import fettle.collect.article.PageText;
import fettle.collect.html.HtmlMarkdown;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// The text of a page that lies in a file, as Markdown.
///
/// @param title the page's own; empty if it has none
/// @param reason why there is no text, as a clause
record HtmlText(String title, String text, String reason) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final String LEFT_OUT = "script,style,noscript,template,nav,form,[hidden]";

    /// `choice` as [fettle.document.PageReader] has it. Blank: the article, or all of a page in which there is none.
    static HtmlText read(String html, String choice) {
        PageText page = new ArticlePages().page(html, "", choice);
        boolean found = page.refusal().isEmpty() && !page.markdown().isBlank();
        if (found || !choice.isBlank()) {
            return new HtmlText(title(html), found ? page.markdown() : "", page.refusal().orElse("empty"));
        }
        return new HtmlText(title(html), whole(html), "empty");
    }

    /// All of it but scripts, menus and forms.
    static String whole(String html) {
        Document page = Jsoup.parse(html);
        page.select(LEFT_OUT).remove();
        return HtmlMarkdown.of(page.body());
    }

    private static String title(String html) {
        return SPACES.matcher(Jsoup.parse(html).title()).replaceAll(" ").strip();
    }
}
