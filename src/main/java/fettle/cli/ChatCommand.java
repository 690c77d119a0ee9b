package fettle.cli;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.example.Turn;
import fettle.model.ModelRunner.Loaded;
import fettle.provider.ProviderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "chat", description = "Asks a model; without --prompt on a terminal, a dialogue.")
final class ChatCommand extends Command {

    @Parameters(index = "0", paramLabel = "MODEL", description = "A local id, or PROVIDER/MODEL.")
    private String model = "";

    @Option(names = "--system", paramLabel = "S", description = "A system text; none by default.")
    private @Nullable String system;

    @Option(names = "--prompt", paramLabel = "P", description = "The question; else standard input.")
    private @Nullable String prompt;

    @Option(names = "--temperature", paramLabel = "T", description = "0, the default, is greedy.")
    private double temperature;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens of the answer; 256 by default.")
    private int maxTokens = 256;

    ChatCommand(Desk desk) {
        super(desk);
    }

    /// A dialogue waits for a person most of the time, and keeps nothing.
    @Override
    Duration patience() {
        return dialogue() ? Duration.ZERO : super.patience();
    }

    private boolean dialogue() {
        return prompt == null && console().terminal();
    }

    @Override
    int run(Report report) throws Exception {
        if (temperature < 0 || temperature > 2 || maxTokens < 1) {
            throw new WrongUse("--temperature is 0 to 2, --max-tokens at least 1.", "");
        }
        try (Loaded loaded = new LocalOrRemote(tools(), report).open(model, Optional.of(Path.of("")))) {
            var turns = new ArrayList<Turn>();
            if (system != null) {
                turns.add(new Turn("system", system, false));
            }
            if (dialogue() && !report.json()) {
                return talk(loaded, turns, report);
            }
            turns.add(new Turn("user", prompt == null ? input() : prompt, false));
            Reply reply = answer(loaded, turns, report);
            return reply.finish().equals("incomplete") ? Exit.PROBLEMS : Exit.DONE;
        }
    }

    private String input() throws IOException {
        String text = new String(console().in().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new WrongUse("Nothing was asked.", "Give --prompt TEXT, or a question on standard input.");
        }
        return text;
    }

    private int talk(Loaded loaded, List<Turn> turns, Report report) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(console().in(), StandardCharsets.UTF_8));
        report.note("Talking to " + loaded.name() + "; an empty line ends it.");
        while (true) {
            report.piece("> ");
            String line = in.readLine();
            if (line == null || line.isBlank()) {
                return Exit.DONE;
            }
            turns.add(new Turn("user", line, false));
            turns.add(new Turn("assistant", answer(loaded, turns, report).text(), false));
        }
    }

    private Reply answer(Loaded loaded, List<Turn> turns, Report report) throws IOException, InterruptedException {
        try {
            Reply reply = loaded.complete(new Request(List.copyOf(turns), temperature, maxTokens), report::piece);
            report.say("");
            put(reply.text(), reply.finish(), report);
            report.fields().put("inputTokens", reply.inputTokens()).put("outputTokens", reply.outputTokens());
            return reply;
        } catch (ProviderException broken) {
            report.piece(broken.partial().isEmpty() ? "" : "\n");
            put(broken.partial(), "incomplete", report);
            throw broken;
        }
    }

    private static void put(String text, String finish, Report report) {
        report.fields().put("text", text).put("finish", finish);
    }
}
