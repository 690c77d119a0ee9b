package fettle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "key", description = "Keeps the key of a provider; it is never shown.")
final class KeyCommand extends Command {

    @Parameters(index = "0", paramLabel = "set|delete|list", description = "`set` reads the key from standard input.")
    private String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "PROVIDER", description = "Such as openai.")
    private String provider = "";

    KeyCommand(Desk desk) {
        super(desk);
    }

    @Override
    Duration patience() {
        return Duration.ZERO; // it waits for a person, and nothing is under way
    }

    @Override
    int run(Report report) throws Exception {
        switch (action) {
            case "set" -> set(report);
            case "delete" -> delete(report);
            case "list" -> list(report);
            default -> throw new WrongUse("`fettle key " + action + "` means nothing.", "It is set, delete or list.");
        }
        return Exit.DONE;
    }

    private void set(Report report) throws IOException {
        requireProvider();
        if (console().terminal()) {
            report.note("Paste the key of " + provider + " and press Enter.");
        }
        var in = new BufferedReader(new InputStreamReader(console().in(), StandardCharsets.UTF_8));
        String line = in.readLine();
        if (line == null || line.isBlank()) {
            throw new WrongUse("No key came on standard input.", "Run: fettle key set " + provider + " < FILE");
        }
        tools().keys().set(provider, line.strip());
        report.say("The key of %s is kept.", provider);
        list(report);
    }

    private void delete(Report report) throws IOException {
        requireProvider();
        boolean was = tools().keys().delete(provider);
        report.say(was ? "The key of " + provider + " is deleted." : "There was no key of " + provider + ".");
        list(report);
    }

    private void list(Report report) throws IOException {
        var kept = new TreeSet<>(tools().keys().providers());
        var names = new TreeSet<>(kept);
        tools().providers(Optional.empty()).all().forEach(profile -> names.add(profile.name()));
        ArrayNode providers = report.fields().putArray("providers");
        for (String name : names) {
            providers.addObject().put("name", name).put("present", kept.contains(name));
            if (action.equals("list")) {
                report.say("%-12s %s", name, kept.contains(name) ? "a key is kept" : "no key");
            }
        }
    }

    private void requireProvider() throws WrongUse {
        if (!provider.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new WrongUse("Which provider's key?", "Run for example: fettle key " + action + " openai");
        }
    }
}
