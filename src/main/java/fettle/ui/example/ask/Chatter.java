package fettle.ui.example.ask;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a model says around the text that was asked of it: thinking, a greeting, fences. It is shown and named, and left
/// out only when the person says so.
///
/// @param what it is, the end of a sentence that begins "The answer …"
/// @param without the answer without it
record Chatter(String what, String without) {

    private static final Pattern THINKING = Pattern.compile("\\A\\s*<(think|thinking|reasoning)>.*?</\\1>\\s*",
            Pattern.DOTALL);
    private static final Pattern GREETING = Pattern.compile(
            "\\A\\s*(?:(?:sure|certainly|of course|absolutely|okay|here is|here's|below is|hier ist|natürlich|gerne|voici)\\b)"
                    + "[^\\n]{0,200}?:\\s*\\n+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FENCED = Pattern.compile("\\A\\s*```[\\w-]*\\n(.*)\\n```\\s*\\z", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\\A\\s*[\"“](.*)[\"”]\\s*\\z", Pattern.DOTALL);

    /// What stands around an answer; `before` is the text that was to be rewritten.
    static Optional<Chatter> in(String answer, String before) {
        Matcher thinking = THINKING.matcher(answer);
        if (thinking.find()) {
            return Optional.of(new Chatter("begins with what the model thought", answer.substring(thinking.end())));
        }
        Matcher greeting = GREETING.matcher(answer);
        if (greeting.find() && !GREETING.matcher(before).find()) {
            return Optional.of(new Chatter("begins with “" + greeting.group().strip() + "”",
                    answer.substring(greeting.end())));
        }
        Matcher fenced = FENCED.matcher(answer);
        if (fenced.matches() && !fenced.group(1).contains("```") && !FENCED.matcher(before).matches()) {
            return Optional.of(new Chatter("stands in a code fence", fenced.group(1)));
        }
        Matcher quoted = QUOTED.matcher(answer);
        if (quoted.matches() && quoted.group(1).indexOf('"') < 0 && !QUOTED.matcher(before).matches()) {
            return Optional.of(new Chatter("stands in quotation marks", quoted.group(1)));
        }
        return Optional.empty();
    }
}
