package fettle.provider;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What a provider says went wrong, in whichever of the usual forms.
///
/// @param message as the provider words it; empty when it says nothing
/// @param type such as "insufficient_quota"; empty when absent
/// @param code such as "invalid_api_key", or a number as text; empty when absent
/// @param param the field that it is about; empty when absent
/// @param page whether it was a web page: then `message` is its title
record ErrorBody(String message, String type, String code, String param, boolean page) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    /// Reads the body of an answer that is an error.
    static ErrorBody of(String mediaType, String text) {
        String start = text.stripLeading();
        if (mediaType.endsWith("html") || start.startsWith("<")) {
            return new ErrorBody(shorten(Jsoup.parse(text).title()), "", "", "", true);
        }
        try {
            JsonNode root = JSON.readTree(text);
            return of(root.isArray() ? root.path(0) : root).orElseGet(() -> plain(text));
        } catch (JacksonException _) {
            return plain(text);
        }
    }

    /// The error that a JSON object names: `{"error":{…}}`, `{"error":"…"}`, FastAPI's `detail`, or the flat form with
    /// `message`. Empty when it names none; `"error": null` names none.
    static Optional<ErrorBody> of(JsonNode root) {
        JsonNode error = root.path("error");
        if (error.isObject() && !error.isEmpty()) {
            return Optional.of(fields(error));
        }
        if (error.isString()) {
            return Optional.of(plain(error.stringValue()));
        }
        JsonNode detail = root.path("detail");
        if (detail.isString()) {
            return Optional.of(plain(detail.stringValue()));
        }
        if (detail.isArray() && !detail.isEmpty()) {
            return Optional.of(validation(detail.path(0)));
        }
        boolean flat = root.path("message").isString() && !root.has("choices");
        return flat ? Optional.of(fields(root)) : Optional.empty();
    }

    private static ErrorBody fields(JsonNode error) {
        return new ErrorBody(shorten(error.path("message").asString("")), error.path("type").asString(""),
                error.path("code").asString(""), error.path("param").asString(""), false);
    }

    private static ErrorBody validation(JsonNode fault) {
        var place = new StringBuilder();
        fault.path("loc").forEach(part -> place.append(place.isEmpty() ? "" : ".").append(part.asString("")));
        String message = fault.path("msg").asString(fault.toString());
        return new ErrorBody(shorten(place.isEmpty() ? message : place + ": " + message), "", "", place.toString(),
                false);
    }

    private static ErrorBody plain(String text) {
        return new ErrorBody(shorten(text), "", "", "", false);
    }

    /// Whether the account is out of money rather than too fast.
    boolean outOfQuota() {
        String words = (type + " " + code).toLowerCase(Locale.ROOT);
        return words.contains("insufficient_quota") || words.contains("billing_hard_limit")
                || words.contains("insufficient_balance") || words.contains("credit_balance");
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
