package fettle.collect.article;

/// Pages made up for the tests.
public final class Pages {

    /// A paragraph of some 330 letters.
    public static final String PARAGRAPH = "<p>The harbour lay quiet in the morning, and the boats, which had come back "
            + "late, rocked beside the wall. Nobody spoke much, for the night had been long, the catch small, and the "
            + "price of fuel, as everyone knew, had risen again since the spring. Yet there was bread, there was coffee, "
            + "and there was, for once, no wind at all.</p>";

    private Pages() {}

    /// An article with everything around it that a site puts there.
    public static String article(String title) {
        return page(title, "<article><h1>" + title + "</h1><p class=\"byline\">By Ann Example</p>" + PARAGRAPH.repeat(3)
                + "<h2>What follows</h2><table><tr><th>Boat<th>Catch<tr><td>Gull<td>12</table>"
                + "<pre><code class=\"language-python\">print(\"catch\")</code></pre>" + PARAGRAPH
                + "<p style=\"display: none\">Hidden words</p></article>");
    }

    /// A page around `content`.
    public static String page(String title, String content) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s | The Daily Example</title>
                <meta property="og:site_name" content="The Daily Example">
                <meta property="article:published_time" content="2026-02-03T04:05:06Z">
                <link rel="license" href="https://licences.example/by"><script>var menu = 1;</script></head><body>
                <nav class="menu"><ul><li><a href="/">Start</a><li><a href="/sport">Sport</a></ul></nav>
                <div class="ad-break sponsor">Buy boats now</div>
                %s
                <aside class="sidebar"><h3>Most read</h3><a href="/a">Another page</a></aside>
                <div class="comments"><p>First! What a comment, I do not agree, not at all, never.</p></div>
                <footer><p>Copyright by nobody, <a href="/imprint">Imprint</a></p></footer></body></html>"""
                .formatted(title, content);
    }
}
