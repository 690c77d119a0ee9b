package fettle.engine.worker;

import fettle.job.ExpectedException;
import java.io.PrintStream;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a worker says, one JSON object per line. When nobody listens any more, nothing is said.
final class Output {

    private final PrintStream out;

    Output(PrintStream out) {
        this.out = out;
    }

    synchronized void line(String json) {
        out.print(json + "\n");
        out.flush();
    }

    /// How far loading is, for people.
    void note(String note) {
        line(JsonMapper.shared().createObjectNode().put("note", note).toString());
    }

    /// Why it cannot be done: `{"failed":{kind,message,next}}`.
    void failed(Throwable cause) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        describe(cause, line.putObject("failed"));
        line(line.toString());
    }

    /// A failure as a person can read it.
    static ObjectNode describe(Throwable cause, ObjectNode json) {
        String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        boolean memory = cause instanceof OutOfMemoryError || message.contains("not enough memory");
        return switch (cause) {
            case ExpectedException told -> json.put("kind", told.kind()).put("message", told.getMessage())
                    .put("next", told.next());
            case Throwable _ when memory -> json.put("kind", "not-enough-memory")
                    .put("message", "There is not enough memory for this model and batch.")
                    .put("next", "Lower per_device_train_batch_size or max_length, or choose a smaller base model.");
            case java.io.IOException _ ->
                json.put("kind", "disk").put("message", "A file could not be used: " + message)
                        .put("next", "Check that the disk has room and the folder can be written.");
            default -> json.put("kind", "worker-failed").put("message", "The engine failed: " + message)
                    .put("next", "The worker's log says more.");
        };
    }
}
