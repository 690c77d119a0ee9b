package fettle.cli;

import fettle.job.Nearest;
import fettle.job.ExpectedException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole.
public final class Fettle {

    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help").usageHelp(true)
            .description("Show this help.").build();

    private final Desk desk;

    public Fettle(Tools tools, Console console) {
        this.desk = new Desk(tools, console);
    }

    /// Runs one command and returns its exit code.
    public int run(String... arguments) {
        var line = new CommandLine(new FettleCommand(desk));
        line.getCommandSpec().mixinStandardHelpOptions(true);
        for (Command command : commands()) {
            line.addSubcommand(command);
        }
        line.getSubcommands().values().forEach(command -> command.getCommandSpec().addOption(HELP));
        line.setOut(writer(desk.console().out())).setErr(writer(desk.console().err()));
        line.setParameterExceptionHandler(this::wrongUse).setUsageHelpAutoWidth(true);
        line.setAbbreviatedOptionsAllowed(false).setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    private List<Command> commands() {
        return List.of(new TourCommand(desk), new NewCommand(desk), new CollectCommand(desk), new ImportCommand(desk),
                new ChunkCommand(desk), new GenerateCommand(desk), new ListCommand(desk), new EditCommand(desk),
                new UndoCommand(desk), new RedoCommand(desk), new HistoryCommand(desk), new TokensCommand(desk),
                new CheckCommand(desk), new FixCommand(desk), new SplitCommand(desk), new ExportCommand(desk),
                new TuneCommand(desk),
                new TuningsCommand(desk), new ModelsCommand(desk), new ChatCommand(desk), new EvaluateCommand(desk),
                new KeyCommand(desk), new DoctorCommand(desk));
    }

    private static PrintWriter writer(java.io.PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private int wrongUse(ParameterException wrong, String[] arguments) {
        var report = new Report(desk.console(), Arrays.asList(arguments).contains("--json"));
        CommandLine command = wrong.getCommandLine();
        String next = "`" + command.getCommandSpec().qualifiedName() + " --help` shows how it is used.";
        Command.tell(report, new ExpectedException("usage", sentence(wrong, command), next));
        report.close();
        return Exit.WRONG_USE;
    }

    private static String sentence(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean option = word.startsWith("-");
            var names = option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet();
            String what = option
                    ? "There is no option " + word
                    : names.isEmpty() ? "“" + word + "” is one word too many" : "There is no command “" + word + "”";
            return what + Nearest.to(word, names).map(near -> "; did you mean " + near + "?").orElse(".");
        }
        String message = String.valueOf(wrong.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
