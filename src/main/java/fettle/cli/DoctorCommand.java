package fettle.cli;

import fettle.engine.torch.Natives;
import fettle.job.ExpectedException;
import fettle.provider.ProviderProfile;
import fettle.provider.Providers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@picocli.CommandLine.Command(name = "doctor", description = "Says what this machine can do.")
final class DoctorCommand extends Command {

    private static final double GIB = 1 << 30;

    @Option(names = "--reach", description = "Ask the providers too whether they answer.")
    private boolean reach;

    DoctorCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        ObjectNode fields = report.fields();
        fields.put("version", Version.text()).put("jdk", Runtime.version().toString());
        fields.put("display", display(tools().environment()));
        fields.put("cores", Runtime.getRuntime().availableProcessors());
        Machine.memory().ifPresent(bytes -> fields.put("memory", bytes));
        fields.put("gpu", Machine.gpu().orElse(""));
        fields.put("home", tools().home().toString()).put("disk", room(tools().home()));
        Optional<String> noEngine = engine();
        fields.putObject("engine").put("ok", noEngine.isEmpty()).put("message", noEngine.orElse(""));
        say(report);
        providers(report);
        return noEngine.isEmpty() ? Exit.DONE : Exit.PROBLEMS;
    }

    private static String display(Map<String, String> environment) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return "native";
        }
        String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "");
        return environment.getOrDefault("DISPLAY", wayland);
    }

    /// Why models cannot run here; empty when they can.
    private static Optional<String> engine() {
        try {
            Natives.load();
            return Optional.empty();
        } catch (ExpectedException absent) {
            return Optional.of((absent.getMessage() + " " + absent.next()).strip());
        }
    }

    private static long room(Path home) throws IOException {
        Path folder = home;
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return Files.getFileStore(folder).getUsableSpace();
    }

    private static void say(Report report) {
        ObjectNode fields = report.fields();
        String display = fields.path("display").asString("");
        String gpu = fields.path("gpu").asString("");
        report.say("Fettle    %s on Java %s", fields.path("version").asString(""), fields.path("jdk").asString(""));
        report.say("Display   %s",
                display.isEmpty() ? "none: no window here, `fettle tour` draws the screens" : display);
        report.say("Cores     %d", fields.path("cores").asInt(0));
        report.say("Memory    %.1f GiB", fields.path("memory").asLong(0) / GIB);
        report.say("GPU       %s", gpu.isEmpty() ? "none" : gpu + " (the engine uses the processor)");
        String engine = fields.path("engine").path("message").asString("");
        report.say("Engine    %s", engine.isEmpty() ? "ready" : engine);
        report.say("Home      %s, %.1f GiB free", fields.path("home").asString(""),
                fields.path("disk").asLong(0) / GIB);
    }

    private void providers(Report report) throws IOException, InterruptedException {
        Providers providers = tools().providers(Optional.of(Path.of("")));
        var list = report.fields().putArray("providers");
        for (ProviderProfile profile : providers.all()) {
            boolean key = providers.hasKey(profile);
            ObjectNode entry = list.addObject().put("name", profile.name()).put("baseUrl", profile.baseUrl())
                    .put("keyPresent", key);
            String state = key ? "key present" : profile.needsKey() ? "no key" : "needs no key";
            if (reach && (key || !profile.needsKey())) {
                Optional<String> silent = silence(providers, profile);
                entry.put("answers", silent.isEmpty()).put("message", silent.orElse(""));
                state += silent.map(why -> "; " + why).orElse("; answers");
            }
            report.say("Provider  %-12s %s", profile.name(), state);
        }
    }

    private static Optional<String> silence(Providers providers, ProviderProfile profile)
            throws IOException, InterruptedException {
        try {
            providers.api(profile.name()).models();
            return Optional.empty();
        } catch (ExpectedException failed) {
            return Optional.of(failed.getMessage());
        }
    }
}
