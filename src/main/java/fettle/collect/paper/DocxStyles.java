package fettle.collect.paper;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;

/// What the styles of a Word document mean. Their built-in names are English in every language.
final class DocxStyles {

    private static final Pattern HEADING = Pattern.compile("heading ?([1-9])");
    private static final int DEEPEST_BASE = 10;

    private final @Nullable XWPFStyles styles;

    DocxStyles(XWPFDocument document) {
        styles = document.getStyles();
    }

    /// In lower case; empty for the usual one.
    String name(XWPFParagraph paragraph) {
        String id = paragraph.getStyleID();
        return id == null ? "" : name(id);
    }

    private String name(String id) {
        XWPFStyle style = styles == null ? null : styles.getStyle(id);
        String name = style == null ? null : style.getName();
        return (name == null ? id : name).toLowerCase(Locale.ROOT);
    }

    /// 1 to 6 for a heading, 0 for all else; also for styles that were made of one.
    int level(XWPFParagraph paragraph) {
        String id = paragraph.getStyleID();
        for (int i = 0; id != null && i < DEEPEST_BASE; i++) {
            String name = name(id);
            Matcher heading = HEADING.matcher(name);
            if (heading.matches()) {
                return Math.min(6, Integer.parseInt(heading.group(1)));
            }
            if (name.equals("title")) {
                return 1;
            }
            XWPFStyle style = styles == null ? null : styles.getStyle(id);
            id = style == null ? null : style.getBasisStyleID();
        }
        return 0;
    }

    boolean isCode(XWPFParagraph paragraph) {
        String name = name(paragraph);
        return name.contains("code") || name.contains("html preformatted") || name.contains("htmlpreformatted")
                || name.startsWith("source") || name.equals("macro");
    }
}
