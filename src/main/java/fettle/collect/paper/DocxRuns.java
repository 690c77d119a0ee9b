package fettle.collect.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// The words of paragraphs, with links and marks of footnotes.
final class DocxRuns {

    /// What POI writes where a note is referred to.
    private static final Pattern NOTE = Pattern.compile("\\[(foot|end)noteRef:(-?\\d+)]");
    private static final Pattern MARKUP = Pattern.compile("(?m)^(\\s*)([#>+*-]|\\d+[.)])(?=\\s)");

    private final XWPFDocument document;
    private final Map<String, String> notes = new LinkedHashMap<>();

    DocxRuns(XWPFDocument document) {
        this.document = document;
    }

    /// What was deleted and only remembered as a change is left out.
    String text(XWPFParagraph paragraph) {
        var text = new StringBuilder();
        for (IRunElement element : paragraph.getIRuns()) {
            if (element instanceof XWPFHyperlinkRun link) {
                text.append(link(link));
            } else if (!(element instanceof XWPFRun run) || run.getCTR().sizeOfDelTextArray() == 0) {
                text.append(element);
            }
        }
        return NOTE.matcher(text).replaceAll(found -> "[^" + note(found.group(1), found.group(2)) + "]");
    }

    private String link(XWPFHyperlinkRun run) {
        XWPFHyperlink link = run.getHyperlink(document);
        String words = run.toString();
        boolean leads = link != null && link.getURL() != null && !words.isBlank() && !link.getURL().equals(words);
        return leads ? "[" + words + "](" + link.getURL() + ")" : words;
    }

    /// For code: as it is written.
    String plain(XWPFParagraph paragraph) {
        return paragraph.getIRuns().stream().map(Object::toString).collect(Collectors.joining());
    }

    /// Remembers the note; returns what it is called.
    private String note(String kind, String id) {
        String name = kind.equals("foot") ? id : "e" + id;
        XWPFAbstractFootnoteEndnote note = kind.equals("foot")
                ? document.getFootnoteByID(Integer.parseInt(id))
                : document.getEndnoteByID(Integer.parseInt(id));
        List<XWPFParagraph> paragraphs = note == null ? List.of() : note.getParagraphs();
        notes.putIfAbsent(name, paragraphs.stream().map(this::plain).map(one -> NOTE.matcher(one).replaceAll(""))
                .map(String::strip).filter(one -> !one.isEmpty()).collect(Collectors.joining(" ")));
        return name;
    }

    /// All notes that were referred to, a line each.
    String notes() {
        return notes.entrySet().stream().map(one -> "[^" + one.getKey() + "]: " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// A paragraph that only looks like a heading or an item.
    static String escaped(String line) {
        return MARKUP.matcher(line).replaceAll(found -> found.group(1) + (found.group(2).length() == 1
                ? "\\\\" + found.group(2)
                : found.group(2).replaceAll("([.)])", "\\\\\\\\$1")));
    }
}
