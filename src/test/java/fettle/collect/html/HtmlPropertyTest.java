package fettle.collect.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.collect.article.ArticlePages;
import fettle.collect.article.Pages;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Broken pages: bytes taken out, doubled, exchanged and put in.
final class HtmlPropertyTest {

    private static final byte[] PAGE = (Pages.article("Boats")
            + "<ul><li>a<ol><li>b<p>c</ol><table><tr><td><ul><li>x</table>"
            + "<pre><code>a\n b</code></pre><blockquote><h2><a href='x'><div>d</div></a></h2></blockquote>")
            .getBytes(StandardCharsets.UTF_8);
    private static final String[] PIECES = {"<", ">", "</", "<div>", "</table>", "\"", "'", "&", "<!--", "]]>", "\0",
            "<td>", "<p>", "<a href=", "`", "**", "\uFDD0", "<br><br>", "<math>", "<svg>", "<template>", "\uD800"};

    @Property(tries = 300)
    void everyPageIsReadToItsEnd(@ForAll long seed) {
        var random = new Random(seed);
        byte[] page = PAGE.clone();
        for (int change = random.nextInt(40); change >= 0; change--) {
            page = changed(page, random);
        }
        var pages = new ArticlePages();
        for (String choice : new String[]{"article", "body", "css:p, table"}) {
            String text = pages.read(page, "https://a.example/", choice).markdown();
            assertTrue(text.length() < 20 * PAGE.length + 20 * page.length);
        }
    }

    private static byte[] changed(byte[] page, Random random) {
        int at = random.nextInt(page.length + 1);
        int to = Math.min(page.length, at + random.nextInt(60));
        byte[] piece = switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> java.util.Arrays.copyOfRange(page, at, Math.min(page.length, at + random.nextInt(400)));
            case 2 -> new byte[]{(byte) random.nextInt(256), (byte) random.nextInt(256)};
            default -> PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
        };
        byte[] made = new byte[at + piece.length + page.length - to];
        System.arraycopy(page, 0, made, 0, at);
        System.arraycopy(piece, 0, made, at, piece.length);
        System.arraycopy(page, to, made, at + piece.length, page.length - to);
        return made;
    }
}
