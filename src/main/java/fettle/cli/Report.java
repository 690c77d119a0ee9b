package fettle.cli;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a command has to say: sentences for people as they come, or one JSON object at the end.
final class Report {

    private final Console console;
    private final boolean json;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    Report(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /// What `--json` prints: everything put here, also when the command fails later.
    ObjectNode fields() {
        return fields;
    }

    boolean json() {
        return json;
    }

    /// A line for people, on standard output.
    void say(String line) {
        piece(line + "\n");
    }

    /// The same, formatted.
    @FormatMethod
    void say(@FormatString String line, Object... arguments) {
        say(String.format(Locale.ROOT, line, arguments));
    }

    /// A piece of a line, shown at once.
    void piece(String text) {
        if (!json) {
            console.out().print(text);
            console.out().flush();
        }
    }

    /// A line for people beside the result: on standard error, in both forms.
    void note(String line) {
        console.err().println(line);
    }

    /// Ends the report.
    void close() {
        PrintStream out = console.out();
        if (json) {
            out.println(fields);
        }
        out.flush();
        console.err().flush();
    }
}
