package fettle.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts this program again in a new Java, drawing into memory: after a failed start JavaFX cannot be started a second
/// time in the same process.
final class Restart {

    private Restart() {}

    /// Runs `arguments` there, on this process's input and output, and returns the exit code.
    static int drawingInMemory(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(Restart::isOurs).forEach(command::add);
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dprism.lcdtext=false"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        command.addAll(arguments);
        Process again = new ProcessBuilder(command).inheritIO().start();
        try {
            return again.waitFor();
        } catch (InterruptedException stopped) {
            again.destroy();
            throw stopped;
        }
    }

    /// A debugger's port or an AOT cache's file belongs to this process alone.
    private static boolean isOurs(String argument) {
        boolean platform = argument.startsWith("-Dglass.") || argument.startsWith("-Dprism.");
        return !platform && (argument.startsWith("-D") || argument.startsWith("--enable-native-access")
                || argument.startsWith("-Xm"));
    }
}
