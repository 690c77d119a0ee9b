package fettle.collect.repository;

import fettle.collect.FileReader;
import fettle.document.Capture;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.source.Skipped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gathers the documents of one visit to a repository, and what is passed over.
public final class Harvest {

    private static final long MOST_BYTES = 400_000_000;
    private static final Pattern POINTER = Pattern.compile(
            "version https://git-lfs\\.github\\.com/spec/.*?(?:\nsize (\\d{1,18}))?\\s*",
            Pattern.DOTALL);
    private static final int LONGEST_POINTER = 1_024;

    private final FileReader reader = new FileReader(PathRules.LARGEST);
    private final Map<String, Document> earlier = new HashMap<>();
    private final Map<String, String> refusedBefore;
    private final Map<String, String> refused = new HashMap<>();
    private final Map<String, Document> documents = new TreeMap<>();
    private final PassedOver passedOver = new PassedOver();
    private long bytes;
    private int kept;

    public Harvest(Visit visit, VisitMemory memory) {
        visit.earlier().forEach(document -> earlier.put(document.path(), document));
        refusedBefore = memory.refused();
    }

    /// Keeps what an earlier visit made of the same content at the same place. Returns whether there was such.
    public boolean keep(TreeEntry entry) {
        String key = key(entry.path(), entry.blob());
        String reason = refusedBefore.get(key);
        if (reason != null) {
            refused.put(key, reason);
            passedOver.add(entry.path(), reason);
            return true;
        }
        Document before = earlier.get(entry.path());
        if (before == null || entry.blob().isEmpty() || !before.capture().revision().equals(entry.blob())) {
            return false;
        }
        if (documents.put(entry.path(), before) == null) {
            kept++;
            bytes += Math.max(0, entry.size());
        }
        return true;
    }

    /// Makes a document of a content, or notes why it is none. Content at a path that is there already is passed over.
    public void take(String path, byte[] content, Capture capture) {
        if (documents.containsKey(path)) {
            return;
        }
        if (bytes + content.length > MOST_BYTES) {
            passedOver.add(path, "beyond the 400 MB of one source: choose fewer paths");
            return;
        }
        Optional<String> pointer = pointer(content);
        FileReader.Read read = pointer.isPresent()
                ? new FileReader.Read.Refused(pointer.get())
                : reader.read(content, path);
        switch (read) {
            case FileReader.Read.Taken(Document document, long size) -> {
                documents.put(path, captured(document, capture));
                bytes += size;
            }
            case FileReader.Read.Refused(String reason) -> {
                refused.put(key(path, capture.revision()), reason);
                passedOver.add(path, reason);
            }
        }
    }

    private static Document captured(Document document, Capture capture) {
        return new Document("", "", document.path(), document.title(), document.kind(), document.language(),
                document.text(), document.sha256(), capture);
    }

    /// Why a content is only the pointer to one that lies elsewhere.
    private static Optional<String> pointer(byte[] content) {
        if (content.length > LONGEST_POINTER) {
            return Optional.empty();
        }
        Matcher pointer = POINTER.matcher(new String(content, StandardCharsets.UTF_8));
        if (!pointer.matches()) {
            return Optional.empty();
        }
        String size = pointer.group(1) == null
                ? ""
                : String.format(Locale.ROOT, " of %,d bytes", Long.parseLong(pointer.group(1)));
        return Optional.of("a Git LFS pointer: the file" + size + " lies elsewhere");
    }

    private static String key(String path, String blob) {
        return blob + " " + path;
    }

    public void passOver(String path, String reason) {
        passedOver.add(path, reason);
    }

    /// Whether that path was taken, or its content refused.
    public boolean has(String path, String blob) {
        return documents.containsKey(path) || refused.containsKey(key(path, blob));
    }

    /// By path.
    public List<Document> documents() {
        return List.copyOf(documents.values());
    }

    public int size() {
        return documents.size();
    }

    /// How many documents are those of an earlier visit.
    public int kept() {
        return kept;
    }

    /// Of what was taken, as it was read.
    public long bytes() {
        return bytes;
    }

    /// For [VisitMemory#refused].
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    public List<Skipped> skipped() {
        return passedOver.list();
    }

    /// A clause about documents whose names differ only in case, which some systems cannot hold in one folder; empty when
    /// there are none.
    public String caseClashes() {
        var seen = new HashMap<String, String>();
        var clashes = new ArrayList<String>();
        for (String path : documents.keySet()) {
            String other = seen.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                clashes.add(other + " and " + path);
            }
        }
        return clashes.isEmpty()
                ? ""
                : (clashes.size() == 1 ? "" : clashes.size() + " pairs of names differ only in case, such as ")
                        + clashes.getFirst() + (clashes.size() == 1 ? " differ only in case" : "");
    }
}
