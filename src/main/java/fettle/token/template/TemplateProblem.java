package fettle.token.template;

/// What is wrong with a template, on its way to the sentence that the caller gets.
final class TemplateProblem extends RuntimeException {

    private final int line;

    /// `message` is a clause that goes on after "Line 3 of the chat template".
    TemplateProblem(int line, String message) {
        super(message);
        this.line = line;
    }

    /// The line is filled in by the statement that is rendered.
    TemplateProblem(String message) {
        this(0, message);
    }

    TemplateProblem in(int statement) {
        return line > 0 ? this : new TemplateProblem(statement, String.valueOf(getMessage()));
    }

    String sentence() {
        return "Line " + line + " of the chat template " + getMessage() + ".";
    }
}
