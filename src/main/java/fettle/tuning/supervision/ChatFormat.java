package fettle.tuning.supervision;

import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.token.TokenException;
import fettle.token.template.ChatTemplate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// How a conversation becomes the one text that a model reads.
///
/// @param variables what the template may name, such as "eos_token"
public record ChatFormat(ChatTemplate template, Map<String, Object> variables) {

    /// ChatML, for a model whose tokenizer knows its marks.
    public static final String CHATML = """
            {% for message in messages %}\
            {{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}\
            {% endfor %}\
            {% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}""";

    /// For a model that has no marks for turns: names, and the token that ends a text after each answer.
    public static final String NAMES = """
            {% for message in messages %}\
            {{ message['role'] + ': ' + message['content'] }}\
            {% if message['role'] == 'assistant' %}{{ eos_token }}{% endif %}\
            {{ '\\n' }}\
            {% endfor %}\
            {% if add_generation_prompt %}{{ 'assistant:' }}{% endif %}""";

    /// The text of some turns; with `answering`, up to where the assistant begins to speak.
    public String render(List<Turn> turns, boolean answering) throws ExpectedException {
        ArrayNode messages = JsonMapper.shared().createArrayNode();
        for (Turn turn : turns) {
            messages.addObject().put("role", turn.role()).put("content", turn.text());
        }
        return render(messages, answering);
    }

    /// The text of `messages`, a JSON array as the template's authors know it.
    public String render(JsonNode messages, boolean answering) throws ExpectedException {
        try {
            return template.render(messages, variables, answering);
        } catch (TokenException refused) {
            throw new ExpectedException("bad-template", refused.getMessage(),
                    "Change the messages, or the model's chat template.", refused);
        }
    }
}
