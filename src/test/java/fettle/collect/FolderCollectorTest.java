package fettle.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fettle.document.Captures;
import fettle.document.Collector.Collected;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.document.Document.Kind;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.SourceSettings;
import fettle.source.Skipped;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderCollectorTest {

    @TempDir
    Path folder;

    private final FolderCollector collector = new FolderCollector();

    private Path write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static Visit visit(Path place) {
        return new Visit(place.toString(), List.of(), SourceSettings.USUAL, List.of(), "", new Captures() {
            @Override
            public String keep(byte[] bytes) {
                throw new IllegalStateException("The files of a folder stay where they are.");
            }

            @Override
            public Optional<byte[]> find(String sha256) {
                return Optional.empty();
            }
        });
    }

    private Collected collect() throws Exception {
        return collector.collect(visit(folder), Progress.UNWATCHED);
    }

    @Test
    void takesTextByKindInOrder() throws Exception {
        write("b/Main.java", "class Main {}\r\n");
        write("a.md", "---\ntitle: x\n---\n\n# The *title*\n\nText\n");
        write("a/page.html", "<html><head><title>Page</title></head><body><p>One</p></body></html>");
        write("notes", "plain");
        write("run", "#!/usr/bin/env python3\nprint(1)\n");
        List<Document> documents = collect().documents();
        assertEquals(List.of("a/page.html", "a.md", "b/Main.java", "notes", "run"),
                documents.stream().map(Document::path).toList());
        assertEquals(List.of(Kind.HTML, Kind.MARKDOWN, Kind.CODE, Kind.TEXT, Kind.CODE),
                documents.stream().map(Document::kind).toList());
        assertEquals(List.of("Page", "The title", "Main.java", "notes", "run"),
                documents.stream().map(Document::title).toList());
        assertEquals(List.of("", "", "java", "", "python"), documents.stream().map(Document::language).toList());
        assertEquals("class Main {}\n", documents.get(2).text());
        assertEquals("One", documents.getFirst().text());
        assertEquals("a116c9ed46d6207734a43317d30fd88f52ac8634c37d904bbf4e41d865f90475", documents.get(3).sha256());
    }

    @Test
    void namesWhatItLeavesOut() throws Exception {
        write("ok.md", "# Yes");
        write(".git/config", "x");
        write(".env", "KEY=1");
        write("node_modules/a/index.js", "x");
        write("target/a.txt", "x");
        write("pom.xml", "<project/>");
        write("app/build/b.txt", "kept: nothing beside it says that it is a build");
        write("big.txt", "x".repeat(1_000_001));
        write("data.csv", "a,b");
        write("empty.md", "");
        write("blank.md", " \n");
        write("photo.png", "x");
        write("program.bin", new byte[]{0x7F, 'E', 'L', 'F', 0, 0, 1, 2, 3});
        Collected collected = collect();
        assertEquals(List.of("app/build/b.txt", "ok.md", "pom.xml"),
                collected.documents().stream().map(Document::path).toList());
        assertEquals(List.of(new Skipped(".env", "hidden"),
                new Skipped(".git", "the version control's own folder"),
                new Skipped("big.txt", "larger than 1 MB"), new Skipped("blank.md", "empty"),
                new Skipped("data.csv", "rows of examples or data: import it instead"),
                new Skipped("empty.md", "empty"), new Skipped("node_modules", "a folder that a build made"),
                new Skipped("photo.png", "a picture"), new Skipped("program.bin", "binary, not text"),
                new Skipped("target", "a folder that a build made")), collected.skipped());
    }

    @Test
    void neverFollowsALink() throws Exception {
        Path file = write("sub/a.md", "# A");
        try {
            Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
            Files.createSymbolicLink(folder.resolve("b.md"), file);
        } catch (IOException | UnsupportedOperationException _) {
            assumeTrue(false, "no links here");
        }
        Collected collected = collect();
        assertEquals(List.of("sub/a.md"), collected.documents().stream().map(Document::path).toList());
        assertEquals(List.of(new Skipped("b.md", "a link, which is not followed"),
                new Skipped("sub/loop", "a link, which is not followed")), collected.skipped());
    }

    @Test
    void goesOnBehindAFolderThatMayNotBeRead() throws Exception {
        write("closed/a.md", "# A");
        write("open.md", "# B");
        assumeTrue(folder.resolve("closed").toFile().setReadable(false));
        assumeFalse(Files.isReadable(folder.resolve("closed")), "running as root");
        assertEquals(List.of(new Skipped("closed", "may not be read")), collect().skipped());
        assertTrue(folder.resolve("closed").toFile().setReadable(true));
    }

    @Test
    void takesASingleFile() throws Exception {
        Path file = write("guide.md", "# Guide");
        Collected collected = collector.collect(visit(file), Progress.UNWATCHED);
        assertEquals("guide.md", collected.documents().getFirst().path());
        assertEquals(file.toString(), collector.sourceOf(file.toString()));
    }

    @Test
    void readsEveryEncoding() throws Exception {
        String russian = "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены "
                + "разумом и совестью и должны поступать в отношении друг друга в духе братства. ";
        String german = "Größe, Übermut und Straßenlärm: „gut“ – sagte er. ".repeat(5);
        String japanese = "いろはにほへと ちりぬるを わかよたれそ つねならむ。".repeat(8);
        String[][] cases = {{"UTF-8", japanese}, {"UTF-16LE", german}, {"UTF-16BE", russian}, {"Shift_JIS", japanese},
                {"EUC-JP", japanese}, {"ISO-2022-JP", japanese}, {"windows-1251", russian}, {"KOI8-R", russian},
                {"windows-1252", german}};
        for (String[] one : cases) {
            Optional<TextDecoder.Decoded> decoded = TextDecoder.decode(one[1].getBytes(Charset.forName(one[0])));
            assertEquals(one[1], decoded.orElseThrow().text(), one[0]);
        }
        for (String marked : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8")) {
            byte[] bytes = ("\uFEFF" + russian).getBytes(Charset.forName(marked));
            assertEquals(new TextDecoder.Decoded(russian, marked), TextDecoder.decode(bytes).orElseThrow());
        }
        assertEquals("\u001B[1mbold\u001B[0m", TextDecoder.decode("\u001B[1mbold\u001B[0m"
                .getBytes(StandardCharsets.UTF_8)).orElseThrow().text());
        assertTrue(TextDecoder.decode(new byte[]{'a', 0, 'b', 'c', 'd'}).isEmpty());
    }

    @Test
    void saysWhyThereIsNothing() throws Exception {
        Path absent = folder.resolve("absent");
        assertEquals("There is no folder or file at " + absent + ".", failure(absent).getMessage());
        assertEquals("not-found", failure(absent).kind());
        assertEquals(folder + " is empty.", failure(folder).getMessage());
        Path picture = write("a.png", "x");
        assertEquals(picture + " was not taken: it is a picture.", failure(picture).getMessage());
        assertEquals("Nothing in " + folder + " could be taken; 1 entry was left out, such as a.png: a picture.",
                failure(folder).getMessage());
    }

    private ExpectedException failure(Path place) {
        return assertThrows(ExpectedException.class, () -> collector.collect(visit(place), Progress.UNWATCHED));
    }

    private Collected again(Collected before, SourceSettings settings) throws Exception {
        return collector.collect(again(before.documents(), before.memory(), settings), Progress.UNWATCHED);
    }

    private Visit again(List<Document> earlier, String memory, SourceSettings settings) {
        return new Visit(folder.toString(), List.of(), settings, earlier, memory, visit(folder).captures());
    }

    /// An hour ago, so that nobody doubts whether it changed after it was read.
    private Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    @Test
    void readsOnlyWhatChanged() throws Exception {
        Path same = old(write("same.md", "# Same"));
        Path other = old(write("other.md", "# Before"));
        Path binary = old(write("program.bin", new byte[]{0, 1, 2, 3}));
        Path gone = old(write("gone.md", "# Gone"));
        Collected first = collect();
        FileTime time = Files.getLastModifiedTime(same);
        FileTime itsTime = Files.getLastModifiedTime(binary);
        Files.writeString(same, "# Else"); // as long and as old as before: only reading it would tell
        Files.setLastModifiedTime(same, time);
        Files.write(binary, "text".getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(binary, itsTime);
        Files.writeString(other, "# After!");
        Files.delete(gone);
        write("new.md", "# New");
        Collected second = again(first, SourceSettings.USUAL);
        assertEquals(List.of("# New", "# After!", "# Same"), second.documents().stream().map(Document::text).toList());
        assertEquals(List.of(new Skipped("program.bin", "binary, not text")), second.skipped());
        assertEquals(1, second.cached());
    }

    @Test
    void countsWhatChanged() throws Exception {
        Path same = old(write("same.md", "# Same"));
        Path other = old(write("other.md", "# Before"));
        Path gone = old(write("gone.md", "# Gone"));
        Collected first = collect();
        Visit visit = again(first.documents(), first.memory(), SourceSettings.USUAL);
        assertEquals(0, collector.changes(visit, Progress.UNWATCHED));
        Files.setLastModifiedTime(same, FileTime.from(Instant.now().minusSeconds(60)));
        assertEquals(0, collector.changes(visit, Progress.UNWATCHED), "touched, not changed");
        Files.writeString(other, "# Afterw");
        Files.delete(gone);
        write("new.md", "# New");
        write("new.png", "a picture");
        assertEquals(3, collector.changes(visit, Progress.UNWATCHED));
        assertEquals(3, collector.changes(again(first.documents(), "", SourceSettings.USUAL), Progress.UNWATCHED));
    }

    @Test
    void takesWhatThePatternsSay() throws Exception {
        write("docs/a.md", "# A");
        write("docs/old/b.md", "# B");
        write("c.md", "# C");
        write("docs/d.txt", "d");
        Collected collected = collector.collect(again(List.of(), "", SourceSettings.USUAL.withGlobs(
                List.of("docs/**/*.md"), List.of("docs/old"))), Progress.UNWATCHED);
        assertEquals(List.of("docs/a.md"), collected.documents().stream().map(Document::path).toList());
        assertEquals(List.of(new Skipped("c.md", "excluded by you"), new Skipped("docs/d.txt", "excluded by you"),
                new Skipped("docs/old", "excluded by you")), collected.skipped());
    }

    @Test
    void readsPagesAsThePersonChose() throws Exception {
        String prose = "<p>" + "The governor keeps the speed even, whatever the load on the engine is. ".repeat(20)
                + "</p>";
        old(write("page.html",
                "<html><head><title>Governors</title></head><body><div class='sidebar'><p>Aside</p></div>"
                        + "<article><h1>On governors</h1>" + prose.repeat(4)
                        + "<p class='note'>Mind the vanes.</p></article>"
                        + "</body></html>"));
        Collected article = collect();
        assertFalse(article.documents().getFirst().text().contains("Aside"), article.documents().getFirst().text());
        Collected chosen = again(article, SourceSettings.USUAL.withChoices(Map.of("page.html", "css:.note")));
        assertEquals("Mind the vanes.", chosen.documents().getFirst().text().strip());
        Collected body = again(chosen, SourceSettings.USUAL.withChoices(Map.of("page.html", "body")));
        assertTrue(body.documents().getFirst().text().contains("Aside"));
    }

    @Test
    void namesKindsThatItCannotRead() throws Exception {
        write("ok.md", "# Yes");
        write("slides.pptx", "x");
        write("letter.rtf", "{\\rtf1 x}");
        write("broken.pdf", "x");
        assertEquals(List.of(new Skipped("broken.pdf", "broken, or not what its name says"),
                new Skipped("letter.rtf", "a kind that is not read: save it as DOCX"),
                new Skipped("slides.pptx", "a kind that is not read: save it as PDF")), collect().skipped());
    }

    @Test
    void stopsBetweenFiles() throws Exception {
        write("a.md", "# A");
        write("b.md", "# B");
        var seen = new ArrayList<String>();
        Progress stopping = new Progress() {

            @Override
            public void report(long done, long total, String note) {
                seen.add(note);
            }

            @Override
            public void stopIfCancelled() throws InterruptedException {
                if (!seen.isEmpty()) {
                    throw new InterruptedException("stopped");
                }
            }
        };
        assertThrows(InterruptedException.class, () -> collector.collect(visit(folder), stopping));
        assertEquals(List.of("a.md"), seen);
    }

    @Test
    void acceptsPathsAndNoAddresses() {
        assertTrue(collector.accepts("docs"));
        assertTrue(collector.accepts("C:\\docs"));
        assertFalse(collector.accepts("github:near/docs"));
        assertFalse(collector.accepts("https://example.org"));
    }

    @Test
    void writesAPageAsMarkdown() {
        assertEquals("""
                # Title

                A `b` text with [a link](x).

                - one
                - two
                  - deep

                ```java
                int a;
                  int b;
                ```

                > quoted

                | a | b |
                | --- | --- |
                | 1 | x\\|y |""", HtmlText.whole("""
                <html><body><nav>menu</nav><h1>Title</h1><div>A <code>b</code>
                text with <a href="x">a link</a>.</div><script>x()</script>
                <ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>
                <pre><code class="language-java">int a;
                  int b;
                </code></pre><blockquote><p>quoted</p></blockquote>
                <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>x|y</td></tr></table></body></html>"""));
    }
}
