package fettle.collect.web;

import fettle.document.Capture;
import fettle.document.Collector.Visit;
import fettle.document.Document;
import fettle.document.PageReader;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// What becomes of one page at a visit: asked for, or read again from the bytes that were captured.
final class PageVisit {

    private static final int MOST_BYTES = 20_000_000;

    private final Visit visit;
    private final PageMemory memory;
    private final InstantSource clock;
    private final PageFile file = new PageFile();
    private final Map<String, Document> earlier = new HashMap<>();
    private final Map<String, String> choices = new HashMap<>();

    PageVisit(Visit visit, PageMemory memory, InstantSource clock) throws ExpectedException {
        this.visit = visit;
        this.memory = memory;
        this.clock = clock;
        visit.earlier().forEach(document -> earlier.put(document.path(), document));
        for (Map.Entry<String, String> choice : visit.settings().choices().entrySet()) {
            Optional<String> wrong = file.refusal(choice.getValue());
            if (wrong.isPresent()) {
                throw new ExpectedException("bad-choice", wrong.get(),
                        "Give “article”, “body”, or a selector such as “css:main .content”.");
            }
            boolean web = PageAddress.isWeb(choice.getKey());
            choices.put(web ? PageAddress.of(choice.getKey()).toString() : choice.getKey(), choice.getValue());
        }
    }

    /// What became of a page.
    ///
    /// @param document empty when there is none, now or before
    /// @param came whether it gave a text at this visit
    /// @param downloaded whether its bytes came over the network
    record Outcome(PageMemory.Known known, Optional<Document> document, boolean came, boolean downloaded) {}

    /// The page as it was, if it was not asked for; read again when another choice was made for it.
    Outcome untouched(PageAddress page) throws IOException {
        PageMemory.Known known = known(page);
        return choiceChanged(page) ? again(page) : new Outcome(known, document(known), known.reason().isEmpty(), false);
    }

    /// Whether only the choice is new, so that the bytes that are here suffice.
    boolean choiceChanged(PageAddress page) throws IOException {
        PageMemory.Known known = known(page);
        return !known.choice().equals(choice(page)) && raw(known).isPresent();
    }

    /// Whether the bytes that are here are newer than the page's last change.
    boolean isNewerThan(PageAddress page, Optional<Instant> changed) throws IOException {
        PageMemory.Known known = known(page);
        return changed.isPresent() && known.reason().isEmpty() && known.atMillis() > changed.get().toEpochMilli()
                && raw(known).isPresent();
    }

    /// Reads the page from the bytes that were captured.
    Outcome again(PageAddress page) throws IOException {
        PageMemory.Known known = known(page);
        return read(page, known, raw(known).orElseThrow(), false);
    }

    Outcome fetch(PageAddress page, Fetcher fetcher) throws IOException, InterruptedException {
        PageMemory.Known known = known(page);
        boolean here = raw(known).isPresent();
        Fetched.Validators validators = here
                ? new Fetched.Validators(known.etag(), known.modified())
                : Fetched.Validators.NONE;
        return switch (fetcher.fetch(page, validators, MOST_BYTES)) {
            case Fetched.AsBefore() -> here ? again(page) : failed(known, "the server sent nothing (304)");
            case Fetched.Failed(String reason, _) -> failed(known, reason);
            case Fetched.Came came -> {
                String raw = visit.captures().keep(came.bytes());
                boolean same = raw.equals(known.raw());
                yield read(page, new PageMemory.Known(came.address(), known.path(), raw, came.type(), came.charset(),
                        came.etag(), came.modified(), known.choice(), same ? known.atMillis() : clock.millis(),
                        came.bytes().length, "", "", "", "", ""), came.bytes(), true);
            }
        };
    }

    /// Whether the page is another than the one that is here; asks for it, and keeps nothing.
    boolean isOther(PageAddress page, Fetcher fetcher) throws InterruptedException {
        PageMemory.Known known = known(page);
        Fetched fetched = fetcher.fetch(page, new Fetched.Validators(known.etag(), known.modified()), MOST_BYTES);
        return switch (fetched) {
            case Fetched.AsBefore() -> false;
            case Fetched.Failed(_, boolean gone) -> gone && known.reason().isEmpty();
            case Fetched.Came came -> !sha256(came.bytes()).equals(known.raw());
        };
    }

    private Outcome failed(PageMemory.Known known, String reason) {
        return new Outcome(known.withReason(reason), document(known), false, false);
    }

    private Outcome read(PageAddress page, PageMemory.Known known, byte[] bytes, boolean downloaded) {
        String path = path(page, known);
        PageMemory.Known asked = new PageMemory.Known(known.address(), known.path(), known.raw(), known.type(),
                known.charset(), known.etag(), known.modified(), choice(page), known.atMillis(), known.bytes(), "", "",
                "", "", "");
        return switch (file.read(bytes, asked, path)) {
            case PageFile.Read.Refused(String reason) -> new Outcome(asked.withReason(reason), document(known), false,
                    downloaded);
            case PageFile.Read.Taken taken -> {
                var kept = new PageMemory.Known(asked.address(), path, asked.raw(), asked.type(), asked.charset(),
                        asked.etag(), asked.modified(), asked.choice(), asked.atMillis(), asked.bytes(),
                        taken.metadata().byline(), taken.metadata().published(), taken.metadata().site(),
                        taken.canonical(), "");
                yield new Outcome(kept, Optional.of(document(kept, taken)), true, downloaded);
            }
        };
    }

    private static Document document(PageMemory.Known known, PageFile.Read.Taken taken) {
        String title = taken.title().isBlank() ? known.path() : taken.title();
        return new Document("", "", known.path(), title, taken.kind(), taken.language(), taken.text(), known.raw(),
                new Capture(known.address(), "", taken.metadata().licence(), known.atMillis(), known.raw()));
    }

    private static String path(PageAddress page, PageMemory.Known known) {
        try {
            return PageAddress.of(known.address()).path();
        } catch (ExpectedException _) {
            return page.path();
        }
    }

    private PageMemory.Known known(PageAddress page) {
        return memory.pages().getOrDefault(page.toString(), PageMemory.Known.failed(""));
    }

    private Optional<Document> document(PageMemory.Known known) {
        return Optional.ofNullable(earlier.get(known.path()));
    }

    private Optional<byte[]> raw(PageMemory.Known known) throws IOException {
        return known.raw().isEmpty() ? Optional.empty() : visit.captures().find(known.raw());
    }

    private String choice(PageAddress page) {
        String asked = choices.getOrDefault(page.toString(), "");
        String moved = choices.getOrDefault(known(page).address(), "");
        String choice = asked.isBlank() ? moved : asked;
        return choice.isBlank() ? PageReader.ARTICLE : choice;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
