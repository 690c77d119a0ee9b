package fettle.token.template;

import fettle.token.TokenException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A chat template: how a conversation becomes the one text that a model reads. Renders as transformers does (blocks
/// trimmed, nothing escaped). Knows the part of Jinja that chat templates use; the rest (macros, includes, imports …) is
/// refused by name and line.
public final class ChatTemplate {

    private final String source;
    private final List<Statement> statements;

    private ChatTemplate(String source, List<Statement> statements) {
        this.source = source;
        this.statements = statements;
    }

    /// Throws when the template is broken or uses what is not known here, with a sentence that names it and its line.
    public static ChatTemplate parse(String source) throws TokenException {
        try {
            return new ChatTemplate(source, new StatementParser(new Lexemes(new Lexer(source).lexemes())).parse());
        } catch (TemplateProblem problem) {
            throw new TokenException(problem.sentence(), problem);
        }
    }

    /// The text for `messages` (a JSON array). `variables` are what else the template may name, such as "bos_token",
    /// "eos_token" and "tools"; their values are text, numbers, flags, lists, maps or JSON.
    /// Throws when the template refuses the messages, or does what is not known here.
    public String render(JsonNode messages, Map<String, Object> variables, boolean addGenerationPrompt)
            throws TokenException {
        var names = new HashMap<String, Object>();
        names.put("tools", None.NONE);
        names.put("documents", None.NONE);
        variables.forEach((name, value) -> names.put(name, Values.of(value)));
        names.put("messages", Values.of(messages));
        names.put("add_generation_prompt", addGenerationPrompt);
        try {
            return new Renderer().render(statements, names);
        } catch (TemplateProblem problem) {
            throw new TokenException(problem.sentence(), problem);
        } catch (Refusal refusal) {
            String why = String.valueOf(refusal.getMessage());
            throw new TokenException("The chat template refuses these messages: " + why
                    + (why.endsWith(".") || why.endsWith("!") ? "" : "."), refusal);
        }
    }

    /// As it was written.
    public String source() {
        return source;
    }
}
