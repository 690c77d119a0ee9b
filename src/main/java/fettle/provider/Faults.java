package fettle.provider;

import fettle.provider.ProviderException.Circumstances;
import fettle.provider.ProviderException.Fault;
import fettle.web.RetryAfter;
import fettle.web.WebAnswer;
import fettle.web.WebException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what went wrong with one provider, in sentences without its key.
final class Faults {

    static final int LARGEST_ERROR = 256 << 10;

    private final ProviderAccess access;
    private final String model;
    private final InstantSource clock;

    /// `model` is empty for calls that are about none.
    Faults(ProviderAccess access, String model, InstantSource clock) {
        this.access = access;
        this.model = model;
        this.clock = clock;
    }

    private String name() {
        return access.profile().name();
    }

    /// An answer whose status says that it is an error.
    ProviderException of(WebAnswer answer) throws IOException {
        ErrorBody body = ErrorBody.of(answer.mediaType(), errorText(answer));
        var circumstances = new Circumstances(RetryAfter.of(answer, clock.instant()),
                answer.header("x-should-retry").map(Boolean::parseBoolean), true, body.param(), "");
        if (body.page() && (answer.status() >= 500 || answer.status() < 400)) {
            boolean passing = answer.status() >= 502 && answer.status() <= 504;
            var again = new Circumstances(circumstances.pause(), circumstances.retry().or(() -> Optional.of(passing)),
                    true, "", "");
            return page(body.message(), answer.status(), again);
        }
        return switch (answer.status()) {
            case 401 -> keyRefused(body);
            case 403 -> forbidden(body);
            case 404 -> notFound(body);
            case 402 -> quota(body);
            case 408 -> busy("took too long to read the request", body, circumstances);
            case 429 -> body.outOfQuota() ? quota(body) : busy("has had too many requests", body, circumstances);
            case 503, 529 -> busy("is overloaded", body, circumstances);
            default -> answer.status() >= 500
                    ? server(answer.status(), body, circumstances)
                    : rejected(answer.status(), body, circumstances);
        };
    }

    private static String errorText(WebAnswer answer) throws IOException {
        try {
            return answer.text(LARGEST_ERROR);
        } catch (WebException _) {
            return ""; // the status alone says enough
        }
    }

    /// An error inside a stream, or in an answer of status 200.
    ProviderException inStream(ErrorBody body) {
        if (body.outOfQuota()) {
            return quota(body);
        }
        String words = body.type() + " " + body.code() + " " + body.message();
        if (words.matches("(?s).*(rate_limit|overloaded|slow_down|\\b429\\b|\\b503\\b).*")) {
            return busy("broke off", body, Circumstances.NONE);
        }
        return words.contains("server_error")
                ? server(200, body, Circumstances.NONE)
                : rejected(200, body, Circumstances.NONE);
    }

    /// The call broke on the way.
    ProviderException of(WebException broken) {
        Fault fault = switch (broken.kind()) {
            case OFFLINE -> Fault.OFFLINE;
            case SILENCE -> Fault.SILENCE;
            case CUT_OFF, STOPPED -> broken.sent() ? Fault.CUT_OFF : Fault.UNREACHABLE;
            case ADDRESS, HOST_UNKNOWN, NOBODY_THERE, CONNECT_TIMEOUT, SECURITY, MOVED -> Fault.UNREACHABLE;
        };
        // an address or a certificate does not mend itself within seconds
        boolean passing = switch (broken.kind()) {
            case NOBODY_THERE, CONNECT_TIMEOUT, HOST_UNKNOWN, CUT_OFF -> true;
            case OFFLINE, ADDRESS, SECURITY, SILENCE, MOVED, STOPPED -> false;
        };
        var circumstances = new Circumstances(Optional.empty(), Optional.empty(), broken.sent() || !passing, "", "");
        return say(fault, broken.getMessage(), broken.next(), circumstances, broken);
    }

    ProviderException page(String html) {
        return page(ErrorBody.of("text/html", html).message(), 200, Circumstances.NONE);
    }

    private ProviderException page(String title, int status, Circumstances circumstances) {
        String named = title.isEmpty() ? "" : " “" + title + "”";
        return say(Fault.PROXY, "A web page" + named + " came instead of an answer of " + name()
                + " (status " + status + "): a proxy answered, or the base URL is not that of an API.",
                "Check the base URL " + access.profile().baseUrl() + " and the proxy.", circumstances, null);
    }

    ProviderException notJson(String body) {
        String start = body.isBlank()
                ? "It is empty."
                : "It begins: " + body.substring(0, Math.min(200, body.length())).strip().replaceAll("\\s+", " ");
        return say(Fault.NOT_JSON, "The answer of " + name() + " is not the JSON that the API promises. " + start,
                "Try again; if it stays so, check the base URL " + access.profile().baseUrl() + ".",
                Circumstances.NONE, null);
    }

    ProviderException noAnswer() {
        return say(Fault.NO_ANSWER, name() + " answered without an answer: no choice is in it.", "Try again.",
                Circumstances.NONE, null);
    }

    ProviderException cutOff() {
        return say(Fault.CUT_OFF, "The answer of " + name() + " ended before it began.", "Try again.",
                Circumstances.NONE, null);
    }

    private ProviderException keyRefused(ErrorBody body) {
        String keyName = access.profile().keyName();
        String set = "Put a valid key into " + keyName + ", or give it to `fettle key set " + name() + "`.";
        return access.key().isEmpty()
                ? say(Fault.KEY_REFUSED, name() + " asks for a key, and none is set.", set, Circumstances.NONE, null)
                : say(Fault.KEY_REFUSED, name() + " refused the key" + because(body), set, Circumstances.NONE, null);
    }

    private ProviderException forbidden(ErrorBody body) {
        if (body.code().equals("training_not_available")) {
            return say(Fault.FORBIDDEN, name() + " does not offer tuning to this account" + because(body),
                    "Tune on this machine with `--with local`, or with another provider.", Circumstances.NONE, null);
        }
        return say(Fault.FORBIDDEN, name() + " does not allow this with the key in use" + because(body),
                "Check what the key may do, and whether the model is open to the account.", Circumstances.NONE, null);
    }

    private ProviderException notFound(ErrorBody body) {
        String what = model.isEmpty()
                ? name() + " has nothing at this address"
                : name() + " does not know the model " + model;
        return say(Fault.NOT_FOUND, what + because(body),
                "Check the model's name and the base URL " + access.profile().baseUrl() + ".", Circumstances.NONE,
                null);
    }

    private ProviderException quota(ErrorBody body) {
        return say(Fault.QUOTA, "The account at " + name() + " has no quota left" + because(body),
                "Look at its plan and billing; waiting does not help.", Circumstances.NONE, null);
    }

    private ProviderException busy(String how, ErrorBody body, Circumstances circumstances) {
        String next = circumstances.pause().map(wait -> "Try again in " + Math.max(1, wait.toSeconds()) + " s.")
                .orElse("Try again in a moment, or with less at once.");
        return say(Fault.BUSY, name() + " " + how + because(body), next, circumstances, null);
    }

    private ProviderException server(int status, ErrorBody body, Circumstances circumstances) {
        return say(Fault.SERVER, name() + " failed with status " + status + because(body), "Try again in a moment.",
                circumstances, null);
    }

    private ProviderException rejected(int status, ErrorBody body, Circumstances circumstances) {
        boolean tooLong = body.code().contains("context_length") || body.type().contains("context_size");
        String next = tooLong
                ? "Cut the chunks shorter, or use a model with a longer context."
                : "Change what is asked: sending it again gives the same.";
        return say(Fault.REJECTED, name() + " rejected the request (status " + status + ")" + because(body), next,
                circumstances, null);
    }

    private static String because(ErrorBody body) {
        if (body.message().isEmpty()) {
            return ".";
        }
        return ": " + body.message() + (body.message().matches(".*[.!?…]") ? "" : ".");
    }

    private ProviderException say(Fault fault, String message, String next, Circumstances circumstances,
            @Nullable Throwable cause) {
        return new ProviderException(fault, access.hideKey(message), next, circumstances, cause);
    }
}
