package fettle.collect.paper;

import fettle.document.Document.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// A Word document as Markdown: headings by their styles, lists, tables, code, footnotes.
final class DocxText {

    private static final String BODY = "word/document.xml";

    private final XWPFDocument document;
    private final DocxStyles styles;
    private final DocxRuns runs;
    private final Deadline deadline;
    private final StringBuilder text = new StringBuilder();
    private Block last = Block.NONE;

    /// What was written last: lines of one list or one code block stay together.
    private enum Block {
        NONE, PARAGRAPH, LIST, CODE
    }

    private DocxText(XWPFDocument document, Deadline deadline) {
        this.document = document;
        this.deadline = deadline;
        styles = new DocxStyles(document);
        runs = new DocxRuns(document);
    }

    static Paper.Taken read(byte[] docx, Deadline deadline) throws IOException {
        if (!Unpacked.of(docx, name -> name.endsWith(".xml") || name.endsWith(".rels"), deadline).has(BODY)) {
            throw new UnreadableException("broken, or not what its name says");
        }
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            String text = new DocxText(document, deadline).markdown();
            if (text.isBlank()) {
                throw new UnreadableException("empty");
            }
            String title = Optional.ofNullable(document.getProperties().getCoreProperties().getTitle()).orElse("");
            return new Paper.Taken(title.strip(), Kind.MARKDOWN, text);
        } catch (NotOfficeXmlFileException _) {
            throw new UnreadableException("broken, or not what its name says");
        }
    }

    private String markdown() throws IOException {
        for (IBodyElement element : document.getBodyElements()) {
            deadline.check();
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> block(Block.PARAGRAPH, DocxTable.markdown(table, runs));
                case XWPFSDT control -> control(control);
                default -> {
                    // pictures and the like have no text
                }
            }
        }
        endCode();
        String notes = runs.notes();
        return text + "\n" + (notes.isEmpty() ? "" : "\n" + notes + "\n");
    }

    private void paragraph(XWPFParagraph paragraph) {
        String style = styles.name(paragraph);
        if (style.startsWith("toc ") || style.equals("table of figures")) {
            return;
        }
        if (styles.isCode(paragraph)) {
            code(runs.plain(paragraph));
            return;
        }
        String line = runs.text(paragraph).strip();
        int level = styles.level(paragraph);
        if (line.isEmpty()) {
            return;
        }
        if (level > 0) {
            block(Block.PARAGRAPH, "#".repeat(level) + " " + line.replace('\n', ' '));
        } else if (paragraph.getNumID() != null && paragraph.getNumID().signum() > 0) {
            block(Block.LIST, item(paragraph, line));
        } else if (style.contains("quote")) {
            block(Block.PARAGRAPH, "> " + line.replace("\n", "\n> "));
        } else {
            block(Block.PARAGRAPH, DocxRuns.escaped(line));
        }
    }

    private static String item(XWPFParagraph paragraph, String line) {
        if (paragraph.getNumIlvl() == null) { // the outermost; without it POI finds no format
            paragraph.setNumILvl(BigInteger.ZERO);
        }
        int depth = Math.clamp(paragraph.getNumIlvl().intValue(), 0, 8);
        String format = paragraph.getNumFmt();
        String indent = "    ".repeat(depth);
        String marker = format == null || format.equals("bullet") || format.equals("none") ? "- " : "1. ";
        return indent + marker + line.replace("\n", "\n" + indent + "  ");
    }

    private void code(String line) {
        if (last == Block.CODE) {
            text.append('\n').append(line);
        } else {
            text.append(text.isEmpty() ? "" : "\n\n").append("```\n").append(line);
            last = Block.CODE;
        }
    }

    private void endCode() {
        if (last == Block.CODE) {
            text.append("\n```");
            last = Block.PARAGRAPH;
        }
    }

    private void control(XWPFSDT control) {
        for (String line : control.getContent().getText().split("\n", -1)) {
            boolean contents = line.matches(".*\\t\\s*[\\divxlc]+\\s*");
            if (!line.isBlank() && !contents) {
                block(Block.PARAGRAPH, DocxRuns.escaped(line.strip()));
            }
        }
    }

    private void block(Block kind, String words) {
        endCode();
        if (!words.isEmpty()) {
            boolean together = kind == Block.LIST && last == Block.LIST;
            text.append(text.isEmpty() ? "" : together ? "\n" : "\n\n").append(words);
            last = kind;
        }
    }
}
