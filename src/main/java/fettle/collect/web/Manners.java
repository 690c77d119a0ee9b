package fettle.collect.web;

import java.time.Duration;
import java.time.InstantSource;

/// How polite a visit is, and how patient.
///
/// @param rest between two pages of one host, unless its robots.txt asks for more
/// @param longestRest what a robots.txt may ask for at most
/// @param longestWait a host that is busy for longer is left alone
/// @param unsaid how long it waits at first when a busy host does not say for how long; doubled each time
/// @param clock what time it is
public record Manners(Duration rest, Duration longestRest, Duration longestWait, Duration unsaid, InstantSource clock) {

    /// A page a second.
    public static final Manners USUAL = new Manners(Duration.ofSeconds(1), Duration.ofSeconds(60),
            Duration.ofMinutes(2), Duration.ofSeconds(5), InstantSource.system());
}
