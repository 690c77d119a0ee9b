package fettle.collect.github;

import fettle.job.ExpectedException;
import fettle.web.Web;
import fettle.web.WebAnswer;
import fettle.web.WebException;
import fettle.web.WebRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Calls to GitHub during one visit: waits when it is asked to, tries again what broke, and says what was refused.
final class GitHubApi {

    private static final String JSON_TYPE = "application/vnd.github+json";
    private static final int MOST_BYTES = 128_000_000;
    private static final int TRIES = 3;
    private static final int LIMITED_TRIES = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Web web;
    private final GitHubAccess access;
    private final RateLimit limit;
    private final Watched progress;
    private final String repository;

    /// `repository` is for sentences, such as "owner/repo".
    GitHubApi(Web web, GitHubAccess access, RateLimit limit, Watched progress, String repository) {
        this.web = web;
        this.access = access;
        this.limit = limit;
        this.progress = progress;
        this.repository = repository;
    }

    /// One call.
    ///
    /// @param purpose for the network log
    /// @param path below the API's address
    /// @param type of the answer wanted
    /// @param etag of the answer that is here; empty for none
    record Ask(String purpose, String path, String type, String etag) {

        static Ask json(String purpose, String path) {
            return new Ask(purpose, path, JSON_TYPE, "");
        }

        Ask unless(String newEtag) {
            return new Ask(purpose, path, type, newEtag);
        }
    }

    /// An answer. Its body is empty when nothing changed.
    record Reply(boolean unchanged, String etag, String body) {

        /// Reads the body as JSON.
        <T> T as(Class<T> type) throws ExpectedException {
            try {
                return JSON.readValue(body, type);
            } catch (JacksonException broken) {
                throw new ExpectedException("github", "GitHub's answer is not what its documentation says.",
                        "Check GITHUB_API_URL, then try again.", broken);
            }
        }
    }

    /// GitHub refused a call for a reason of its own.
    static final class Refused extends IOException {

        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super("status " + refusal.status());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /// Makes a call and reads a short answer. Throws [Refused] for a status that says no.
    Reply get(Ask ask) throws IOException, InterruptedException {
        return get(ask, answer -> {
            String etag = answer.header("ETag").orElse("");
            if (answer.status() == 304) {
                return new Reply(true, etag, "");
            }
            byte[] body = answer.body().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new ExpectedException("github", "An answer of " + access.host() + " is larger than 128 MB.",
                        "Choose a smaller repository.");
            }
            return new Reply(false, etag, new String(body, StandardCharsets.UTF_8));
        });
    }

    /// The same with a reading of one's own. What breaks while it reads is tried again, so it may be called several times.
    <T> T get(Ask ask, Web.Reading<T> reading) throws IOException, InterruptedException {
        int broken = 0;
        for (int limited = 0;;) {
            limit.await(progress);
            try {
                return web.call(request(ask), answer -> read(answer, reading));
            } catch (Refused refused) {
                Refusal refusal = refused.refusal();
                if (refusal.limited() && ++limited <= LIMITED_TRIES) {
                    limit.hold(refusal.pause().orElse(doubled(limit.patience().unsaid(), limited)));
                } else if (refusal.mayPass() && ++broken < TRIES) {
                    Thread.sleep(doubled(limit.patience().again(), broken));
                } else {
                    throw refused;
                }
            } catch (WebException | Archive.Broken failed) {
                if (!mayPass(failed) || ++broken >= TRIES) {
                    throw failed;
                }
                progress.note("The connection to GitHub broke: trying again");
                Thread.sleep(doubled(limit.patience().again(), broken));
            }
        }
    }

    private <T> T read(WebAnswer answer, Web.Reading<T> reading) throws IOException {
        Optional<Duration> spent = Refusal.whenSpent(answer, limit.patience().clock());
        spent.ifPresent(limit::hold);
        if (!answer.ok() && answer.status() != 304) {
            throw new Refused(Refusal.of(answer, limit.patience().clock()));
        }
        return reading.read(answer);
    }

    private WebRequest request(Ask ask) {
        WebRequest request = WebRequest.get(ask.purpose(), access.api() + ask.path()).with("Accept", ask.type())
                .with("X-GitHub-Api-Version", "2022-11-28");
        if (!ask.etag().isEmpty()) {
            request = request.with("If-None-Match", ask.etag());
        }
        return access.token().isEmpty()
                ? request
                : request.withSecret("Authorization", "Bearer " + access.token().get().value());
    }

    private static boolean mayPass(IOException failed) {
        return !(failed instanceof WebException web) || switch (web.kind()) {
            case CUT_OFF, SILENCE, CONNECT_TIMEOUT, NOBODY_THERE -> true;
            case OFFLINE, ADDRESS, HOST_UNKNOWN, SECURITY, MOVED, STOPPED -> false;
        };
    }

    private static Duration doubled(Duration first, int times) {
        return first.multipliedBy(1L << (times - 1));
    }

    /// A failure of a call as a sentence for the person.
    ExpectedException sentence(IOException failure) {
        return switch (failure) {
            case ExpectedException expected -> expected;
            case Refused refused -> refused.refusal().limited()
                    ? new ExpectedException("rate-limit", access.host() + " refuses more calls for now, and did so "
                            + LIMITED_TRIES + " times.", "Try again in an hour.", refused)
                    : refused.refusal().sentence(repository, access);
            case WebException broken -> new ExpectedException(
                    broken.kind() == WebException.Kind.OFFLINE ? "offline" : "network", broken.getMessage(),
                    broken.next(), broken);
            default -> new ExpectedException("network", "Reading from " + access.host() + " failed: "
                    + access.scrubbed(String.valueOf(failure.getMessage())) + ".", "Try again.", failure);
        };
    }
}
