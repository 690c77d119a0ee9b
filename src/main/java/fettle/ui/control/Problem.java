package fettle.ui.control;

import fettle.job.ExpectedException;
import java.io.PrintWriter;
import java.io.StringWriter;

/// A failure as the person reads it.
///
/// @param sentence what happened and where
/// @param next what to do now; empty when there is nothing to do
/// @param details what helps to mend a bug, for "Copy details"; empty for a failure that can happen to anyone
public record Problem(String sentence, String next, String details) {

    /// Expected failures keep their sentences; anything else is a bug of ours and says so.
    public static Problem of(Throwable cause) {
        if (cause instanceof ExpectedException expected) {
            return new Problem(expected.getMessage(), expected.next(), "");
        }
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Problem("Something went wrong in Fettle: " + what,
                "Nothing that was saved is lost. Copy the details when you report it.", trace.toString());
    }
}
