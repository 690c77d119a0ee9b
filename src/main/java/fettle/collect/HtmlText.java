package fettle.collect;

import fettle.collect.article.ArticlePages;
import fettle.collect.article.PageText;
import fettle.collect.html.HtmlMarkdown;
import fettle.document.Document.Kind;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The text of a page that lies in a file, as Markdown.
///
/// @param title of the article, else the first heading, else the page's own; empty if it has none
/// @param reason why there is no text, as a clause
record HtmlText(String title, String text, String reason) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final String LEFT_OUT = "script,style,noscript,template,nav,form,[hidden]";
    private static final double LEAST_SHARE = 0.35;

    /// `choice` as [fettle.document.PageReader] has it. Blank: the article, or all of a page in which there is none.
    static HtmlText read(String html, String choice) {
        PageText page = new ArticlePages().page(html, "", choice);
        boolean found = page.refusal().isEmpty() && !page.markdown().isBlank();
        if (choice.isBlank() && (!found || leavesMuchOut(page.markdown(), html))) {
            String whole = whole(html);
            return new HtmlText(Titles.of(Kind.HTML, whole, title(html)), whole, "empty");
        }
        return new HtmlText(page.metadata().title(), found ? page.markdown() : "", page.refusal().orElse("empty"));
    }

    /// Whether most of what the page itself calls its content is not in the article: it is no article then, but a table of
    /// contents or a reference, of which nothing is to be lost.
    private static boolean leavesMuchOut(String article, String html) {
        int content = Jsoup.parse(html).select("main, article, [role=main]").stream().map(Element::text)
                .mapToInt(String::length).max().orElse(0);
        return article.length() < LEAST_SHARE * content;
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
