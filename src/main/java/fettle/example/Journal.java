package fettle.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Every answer that a model ever gave to this project, under what was asked: so that none is paid twice. Safe for use by
/// several threads.
public interface Journal {

    Optional<Entry> find(String key) throws IOException;

    /// Keeps an answer in the place of an earlier one with that key; durable when the call returns.
    void put(String key, Entry entry) throws IOException;

    /// One answer as it came.
    ///
    /// @param answer raw
    /// @param problem why nothing could be made of it, a sentence; empty when it was good
    /// @param atMillis when it came; milliseconds since the epoch
    record Entry(String answer, int inputTokens, int outputTokens, String finish, String problem, long atMillis) {

        public boolean isGood() {
            return problem.isEmpty();
        }
    }

    /// The key of a question: a digest of the model's name, all turns and the parameters, 64 hex digits.
    static String key(String model, ChatModel.Request request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            feed(digest, model);
            feed(digest, Double.toString(request.temperature()));
            feed(digest, Integer.toString(request.maxTokens()));
            for (Turn turn : request.turns()) {
                feed(digest, turn.role());
                feed(digest, turn.text());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /// The length before each part keeps "ab" + "c" apart from "a" + "bc".
    private static void feed(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
