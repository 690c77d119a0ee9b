package fettle.engine.worker;

import fettle.engine.torch.Natives;
import fettle.job.Jobs;
import fettle.job.Outcome;
import fettle.job.StopSignal;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The worker process: one order on the first line of its input, further lines while it works, JSON lines on its output.
/// It never outlives its starter: when its input ends, it keeps what is worth keeping and exits.
public final class WorkerMain {

    /// Done; also when it was stopped.
    static final int DONE = 0;
    /// It could not be done; the last line of output says why.
    static final int FAILED = 3;

    /// Longer than the starter waits for a checkpoint.
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private WorkerMain() {}

    public static void main(String[] arguments) throws Exception {
        var output = new Output(new PrintStream(new FileOutputStream(FileDescriptor.out), false,
                StandardCharsets.UTF_8));
        System.setOut(System.err); // whatever else prints does not disturb the lines
        try (var _ = StopSignal.leftToStarter(PATIENCE);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String first = input.readLine();
            if (first == null) {
                exit(DONE);
                return;
            }
            Session session = session(Order.of(first), output);
            new Jobs(Runnable::run).start("work", _ -> {
                Natives.load();
                session.run();
                return DONE;
            }, outcome -> end(outcome, output));
            listen(input, session);
            exit(DONE);
        }
    }

    private static Session session(Order order, Output output) {
        return switch (order) {
            case Order.Tune tune -> new TrainingSession(new TuneJob(tune, output), output);
            case Order.Make make -> new TrainingSession(new MakeJob(make, output), output);
            case Order.Answer answer -> new AnsweringSession(answer, output);
        };
    }

    private static void listen(BufferedReader input, Session session) throws Exception {
        for (String line = read(input); line != null; line = read(input)) {
            session.say(JsonMapper.shared().readTree(line));
        }
        session.abandoned();
    }

    /// The next line, or null at the end; a broken pipe is an end too.
    private static @Nullable String read(BufferedReader input) {
        try {
            return input.readLine();
        } catch (IOException _) {
            return null;
        }
    }

    private static void end(Outcome<Integer> outcome, Output output) {
        switch (outcome) {
            case Outcome.Done<Integer> _,Outcome.Stopped<Integer> _ -> exit(DONE);
            case Outcome.Failed<Integer> failed -> {
                failed.cause().printStackTrace();
                output.failed(failed.cause());
                exit(FAILED);
            }
        }
    }

    /// The native thread pools would delay a normal exit.
    static void exit(int code) {
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
