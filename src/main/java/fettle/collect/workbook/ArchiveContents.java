package fettle.collect.workbook;

import fettle.job.ExpectedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What a workbook's archive holds. Each entry is unpacked once and counted before anything else reads it: sizes that an
/// archive states can lie, and the reader of sheets keeps whole parts in memory.
///
/// @param sheets what is known of each sheet, by the name of its part
/// @param parts the part of each relationship of the workbook, such as `rId1`
record ArchiveContents(Set<String> names, Map<String, SheetFacts> sheets, Map<String, String> parts) {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_RATIO = 100;

    /// Below this no ratio is suspicious.
    private static final long SMALL = 10L << 20;
    private static final int LARGEST_LIST = 4 << 20;
    private static final Pattern RELATIONSHIP = Pattern.compile("<(?:\\w+:)?Relationship\\s([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)\\s*=\\s*[\"']([^\"']*)[\"']");

    static ArchiveContents of(Path file) throws IOException {
        var inspection = new Inspection(file, Files.size(file));
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw inspection.bomb(" has " + zip.size() + " parts, more than a workbook should");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        inspection.look(entry.getName(), in);
                    }
                }
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException broken) {
            throw new ExpectedException("broken-workbook", file.getFileName() + " is damaged: its archive cannot be"
                    + " unpacked.", "Fetch it anew, or open it in Excel or LibreOffice and save it again.");
        }
        return new ArchiveContents(inspection.names, inspection.sheets, inspection.parts);
    }

    /// One walk through an archive.
    private static final class Inspection {

        private final Path file;
        private final long packed;
        private final Set<String> names = new LinkedHashSet<>();
        private final Map<String, SheetFacts> sheets = new HashMap<>();
        private final Map<String, String> parts = new HashMap<>();
        private final byte[] block = new byte[1 << 16];
        private long total;

        Inspection(Path file, long packed) {
            this.file = file;
            this.packed = packed;
        }

        void look(String name, InputStream in) throws IOException {
            names.add(name);
            boolean sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
            var facts = new SheetScan(file);
            var text = new StringBuilder();
            boolean list = name.endsWith("workbook.xml.rels");
            long bytes = 0;
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                bytes += count;
                total += count;
                check(name, bytes);
                if (sheet) {
                    facts.add(block, count);
                }
                if (list && text.length() < LARGEST_LIST) {
                    text.append(new String(block, 0, count, StandardCharsets.ISO_8859_1));
                }
            }
            if (sheet) {
                sheets.put(name, facts.facts());
            }
            if (list) {
                relationships(text.toString());
            }
        }

        private void check(String name, long bytes) throws ExpectedException {
            if (total > MOST_BYTES || (total > SMALL && total > packed * MOST_RATIO)) {
                throw bomb(" unpacks to far more than its " + packed + " bytes");
            }
            if (name.endsWith("sharedStrings.xml") && bytes > Runtime.getRuntime().maxMemory() / 4) {
                throw new ExpectedException("too-large", file.getFileName() + " holds more text than fits in memory.",
                        "Save its sheets as CSV, which is read piece by piece.");
            }
        }

        private ExpectedException bomb(String what) {
            return new ExpectedException("archive-bomb", file.getFileName() + what + "; it was not opened.",
                    "If it is what you expect, save its sheets as CSV.");
        }

        private void relationships(String xml) {
            Matcher found = RELATIONSHIP.matcher(xml);
            while (found.find()) {
                Map<String, String> attributes = new HashMap<>();
                Matcher attribute = ATTRIBUTE.matcher(found.group(1));
                while (attribute.find()) {
                    attributes.put(attribute.group(1), attribute.group(2));
                }
                String target = attributes.getOrDefault("Target", "");
                parts.put(attributes.getOrDefault("Id", ""),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
    }
}
