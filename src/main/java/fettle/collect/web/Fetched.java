package fettle.collect.web;

import java.util.Optional;

/// What became of asking for a page.
sealed interface Fetched {

    /// @param address after redirects
    /// @param type media type in lower case; empty when the server names none
    /// @param charset as the server names it; empty if it does not
    /// @param etag empty if there is none
    /// @param modified the Last-Modified header; empty if there is none
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Came(byte[] bytes, String address, String type, String charset, String etag, String modified)
            implements
                Fetched {}

    /// It is as it was.
    record AsBefore() implements Fetched {}

    /// @param reason a clause
    /// @param gone whether the server says that nothing is there
    record Failed(String reason, boolean gone) implements Fetched {}

    /// What makes a question conditional.
    record Validators(String etag, String modified) {

        static final Validators NONE = new Validators("", "");

        static Validators of(Optional<PageMemory.Known> known) {
            return known.map(page -> new Validators(page.etag(), page.modified())).orElse(NONE);
        }
    }
}
