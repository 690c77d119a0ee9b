package fettle.ui.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers and times as people read them.
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm:ss",
            Locale.ENGLISH);
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private Words() {}

    /// "1,204".
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /// "1 document", "1,204 documents".
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /// "about 4 min left"; seconds below one minute are told in tens.
    public static String left(long seconds) {
        if (seconds < 10) {
            return "a few seconds left";
        }
        if (seconds <= 50) {
            return "about " + (seconds + 9) / 10 * 10 + " s left";
        }
        if (seconds < 3600) {
            return "about " + Math.max(1, Math.round(seconds / 60.0)) + " min left";
        }
        return "about %d h %d min left".formatted(seconds / 3600, seconds % 3600 / 60);
    }

    /// "today 09:12", "yesterday 17:40", "3 Nov 2026".
    public static String when(long millis, long nowMillis, ZoneId zone) {
        ZonedDateTime then = Instant.ofEpochMilli(millis).atZone(zone);
        LocalDate today = Instant.ofEpochMilli(nowMillis).atZone(zone).toLocalDate();
        if (then.toLocalDate().equals(today)) {
            return "today " + TIME.format(then);
        }
        if (then.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + TIME.format(then);
        }
        return DAY.format(then);
    }

    /// The same, now and here.
    public static String when(long millis) {
        return when(millis, System.currentTimeMillis(), ZoneId.systemDefault());
    }

    /// "just now", "4 min ago", "3 h ago", "yesterday 17:40", "3 Nov 2026".
    public static String ago(long millis, long nowMillis, ZoneId zone) {
        long past = nowMillis - millis;
        if (past < MINUTE) {
            return "just now";
        }
        if (past < HOUR) {
            return past / MINUTE + " min ago";
        }
        String when = when(millis, nowMillis, zone);
        return when.startsWith("today") && past < 12 * HOUR ? past / HOUR + " h ago" : when;
    }

    /// The same, now and here.
    public static String ago(long millis) {
        return ago(millis, System.currentTimeMillis(), ZoneId.systemDefault());
    }

    /// "Saturday, 21 November 2026, 17:42:10", here.
    public static String exact(long millis) {
        return EXACT.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    /// "Today", "Yesterday", "Monday, 2 November", "2 November 2024".
    public static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "Today";
        }
        if (day.equals(today.minusDays(1))) {
            return "Yesterday";
        }
        return (day.getYear() == today.getYear() ? WEEKDAY : LONG_DAY).format(day);
    }

    /// "1 min 12 s", "0.4 s".
    public static String duration(long millis) {
        if (millis < 10_000) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        return seconds < 60 ? seconds + " s" : "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
}
