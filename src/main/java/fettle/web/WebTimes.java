package fettle.web;

import java.time.Duration;
import java.util.Map;

/// How long a call may wait. There is no limit for a whole call: a long answer that keeps coming is welcome.
///
/// @param connect until the connection stands
/// @param silence before the first byte, and between bytes
public record WebTimes(Duration connect, Duration silence) {

    public static final WebTimes DEFAULT = new WebTimes(Duration.ofSeconds(10), Duration.ofSeconds(60));

    public WebTimes {
        if (!connect.isPositive() || !silence.isPositive()) {
            throw new IllegalArgumentException("A time limit is more than 0.");
        }
    }

    /// The default with the silence that `FETTLE_TIMEOUT_S` gives, in seconds. What is not a positive number is passed
    /// over.
    public static WebTimes of(Map<String, String> environment) {
        String text = environment.getOrDefault("FETTLE_TIMEOUT_S", "").strip();
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
            return DEFAULT;
        }
        long millis = Math.round(Double.parseDouble(text) * 1000);
        return millis == 0 ? DEFAULT : new WebTimes(DEFAULT.connect, Duration.ofMillis(millis));
    }
}
