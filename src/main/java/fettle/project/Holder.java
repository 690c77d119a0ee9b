package fettle.project;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who has a project open for writing, as the file `.holder` tells others.
///
/// @param program what it is doing, such as "fettle import"
record Holder(String program, long pid, String user, String host, Instant since) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// This process.
    static Holder self() {
        return new Holder(System.getProperty("fettle.program", "Fettle"), ProcessHandle.current().pid(),
                System.getProperty("user.name", "somebody"), hostName(), Instant.now());
    }

    static Optional<Holder> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new Holder(json.path("program").asString("Fettle"), json.path("pid").asLong(0),
                    json.path("user").asString("somebody"), json.path("host").asString(""),
                    Instant.parse(json.path("since").asString(""))));
        } catch (IOException | JacksonException | java.time.DateTimeException _) {
            return Optional.empty(); // being written, or from a crash: the lock alone decides
        }
    }

    String json() {
        return JSON.createObjectNode().put("program", program).put("pid", pid).put("user", user).put("host", host)
                .put("since", since.toString()).toString();
    }

    String sentence() {
        String where = host.equals(hostName()) ? "" : " on " + host;
        return "%s (process %d of %s%s) has had this project open since %s; here it can be read only."
                .formatted(program, pid, user, where, sinceText());
    }

    private String sinceText() {
        var at = since.atZone(ZoneId.systemDefault());
        String pattern = at.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? "HH:mm" : "d MMMM, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
    }

    private static String hostName() {
        String named = System.getenv(java.io.File.separatorChar == '\\' ? "COMPUTERNAME" : "HOSTNAME");
        if (named != null && !named.isBlank()) {
            return named;
        }
        try {
            return Objects.requireNonNullElse(InetAddress.getLocalHost().getHostName(), "this machine");
        } catch (UnknownHostException _) {
            return "this machine";
        }
    }
}
