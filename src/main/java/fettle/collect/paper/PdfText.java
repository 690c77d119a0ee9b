package fettle.collect.paper;

import fettle.document.Document.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text of a PDF in the order in which it was written, which keeps columns apart.
final class PdfText {

    private static final int MOST_PAGES = 3000;
    private static final long LARGEST_PAGE = 64_000_000;
    private static final int FEWEST_LETTERS_A_PAGE = 3;

    private PdfText() {}

    static Paper.Taken read(byte[] pdf, Deadline deadline) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadableException("its author forbids to copy its text");
            }
            List<String> pages = pages(document, deadline);
            check(pages);
            return new Paper.Taken(title(document), Kind.TEXT, PdfPages.text(pages));
        } catch (InvalidPasswordException _) {
            throw new UnreadableException("protected by a password");
        }
    }

    private static List<String> pages(PDDocument document, Deadline deadline) throws IOException {
        int count = document.getNumberOfPages();
        if (count > MOST_PAGES) {
            throw new UnreadableException("longer than " + MOST_PAGES + " pages");
        }
        var reader = new PageText(deadline);
        var pages = new ArrayList<String>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            deadline.check();
            checkSize(page, deadline);
            number++;
            reader.setStartPage(number);
            reader.setEndPage(number);
            pages.add(reader.getText(document));
        }
        return pages;
    }

    /// PDFBox unpacks a page as a whole; one that was made to burst is seen before.
    private static void checkSize(PDPage page, Deadline deadline) throws IOException {
        long size = 0;
        Iterator<PDStream> streams = page.getContentStreams();
        while (streams.hasNext()) {
            PDStream stream = streams.next();
            List<COSName> filters = stream.getFilters();
            if (filters.size() == 1 && filters.getFirst().equals(COSName.FLATE_DECODE)) {
                size += inflated(stream, LARGEST_PAGE - size, deadline);
            } else if (filters.size() > 1) {
                size += filters.contains(COSName.FLATE_DECODE) ? 1000L * stream.getLength() : 0;
            }
            if (size >= LARGEST_PAGE) {
                throw new UnreadableException("one of its pages is larger than 64 MB");
            }
        }
    }

    private static long inflated(PDStream stream, long most, Deadline deadline) throws IOException {
        long size = 0;
        var buffer = new byte[1 << 16];
        try (InputStream raw = stream.getCOSObject().createRawInputStream();
                InputStream in = new InflaterInputStream(raw)) {
            int read;
            while (size < most && (read = in.read(buffer)) > 0) {
                size += read;
                deadline.check();
            }
        } catch (ZipException | EOFException _) {
            return size; // broken: what can be read of it is read later
        }
        return size;
    }

    private static void check(List<String> pages) throws UnreadableException {
        long letters = 0;
        long unknown = 0;
        for (String page : pages) {
            letters += page.codePoints().filter(Character::isLetterOrDigit).count();
            unknown += page.codePoints().filter(PdfText::isUnknown).count();
        }
        if (pages.isEmpty()) {
            throw new UnreadableException("a PDF without pages");
        }
        if (letters < (long) FEWEST_LETTERS_A_PAGE * pages.size()) {
            throw new UnreadableException("a scan: pictures of pages, without text");
        }
        if (unknown > letters / 2) {
            throw new UnreadableException("its fonts do not say which letters they show");
        }
    }

    private static boolean isUnknown(int character) {
        return character == 0xFFFD || Character.getType(character) == Character.PRIVATE_USE;
    }

    private static String title(PDDocument document) {
        String title = document.getDocumentInformation().getTitle();
        String clean = title == null ? "" : title.strip();
        String lower = clean.toLowerCase(Locale.ROOT);
        boolean made = lower.startsWith("microsoft ") || lower.startsWith("untitled") || lower.endsWith(".doc")
                || lower.endsWith(".docx") || lower.endsWith(".dvi") || lower.endsWith(".tex");
        return made ? "" : clean;
    }

    /// Looks at the clock at every operator of a page.
    private static final class PageText extends PDFTextStripper {

        private final Deadline deadline;
        private int operators;

        PageText(Deadline deadline) {
            this.deadline = deadline;
            setSortByPosition(false);
            setLineSeparator("\n");
            setParagraphEnd("\n");
            setPageEnd("");
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if ((++operators & 1023) == 0) {
                deadline.check();
            }
            super.processOperator(operator, operands);
        }
    }
}
