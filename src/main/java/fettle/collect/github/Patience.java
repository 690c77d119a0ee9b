package fettle.collect.github;

import java.time.Duration;
import java.time.InstantSource;

/// How long a visit waits when GitHub asks it to.
///
/// @param longest a wait beyond it is not begun: the visit ends and says when to come again
/// @param unsaid how long it waits at first when GitHub does not say for how long; doubled each time
/// @param again how long it waits before a call that broke is made again; doubled each time
/// @param clock what time it is
public record Patience(Duration longest, Duration unsaid, Duration again, InstantSource clock) {

    /// GitHub's rule: "wait for at least one minute before retrying".
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// For a command, which a script may be waiting for.
    public static final Patience COMMAND = new Patience(Duration.ofMinutes(5), MINUTE, Duration.ofSeconds(1),
            InstantSource.system());

    /// For the window, where a person sees the countdown and can stop it. GitHub's limits are by the hour.
    public static final Patience WINDOW = new Patience(Duration.ofMinutes(61), MINUTE, Duration.ofSeconds(1),
            InstantSource.system());
}
