package fettle.project.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The process that works on something. The time of its start tells it from a later one with the same number.
///
/// @param startMillis milliseconds since the epoch; 0 when the system does not tell
record RunningProcess(long pid, long startMillis) {

    /// Systems reckon the start from their clock, which may have been set meanwhile.
    private static final Duration SLACK = Duration.ofSeconds(5);

    static RunningProcess self() {
        return of(ProcessHandle.current());
    }

    private static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    static RunningProcess of(JsonNode json) {
        return new RunningProcess(json.path("pid").asLong(-1), json.path("start").asLong(0));
    }

    ObjectNode json() {
        return JsonFile.object().put("pid", pid).put("start", startMillis);
    }

    boolean isAlive() {
        Optional<ProcessHandle> process = pid < 0 ? Optional.empty() : ProcessHandle.of(pid);
        return process.filter(ProcessHandle::isAlive).map(RunningProcess::of)
                .filter(now -> now.startMillis == 0 || startMillis == 0
                        || Math.abs(now.startMillis - startMillis) < SLACK.toMillis())
                .isPresent();
    }
}
