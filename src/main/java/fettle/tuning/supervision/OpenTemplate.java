package fettle.tuning.supervision;

import fettle.token.Encoding;
import fettle.token.TokenException;
import fettle.token.template.ChatTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The layouts of well-known open models, for people who train elsewhere. Shortened from the templates that these models
/// ship with: dates and built-in tools are left out.
public enum OpenTemplate {

    CHATML("ChatML (SmolLM2, Hermes, Yi)", 8192, "", "<|im_end|>", "<|im_start|> <|im_end|>",
            ChatFormat.CHATML),

    QWEN("Qwen 2.5 and 3", 32_768, "", "<|im_end|>",
            "<|im_start|> <|im_end|> <tool_call> </tool_call> <tool_response> </tool_response>",
            """
                    {%- if tools %}
                    {{- '<|im_start|>system\\n' }}
                    {%- if messages[0].role == 'system' %}{{- messages[0].content + '\\n\\n' }}{%- endif %}
                    {{- "# Tools\\n\\nYou may call one or more functions to assist with the user query.\\n\\nYou are provided with function signatures within <tools></tools> XML tags:\\n<tools>" }}
                    {%- for tool in tools %}{{- "\\n" }}{{- tool | tojson }}{%- endfor %}
                    {{- "\\n</tools>\\n\\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\\n<tool_call>\\n{\\"name\\": <function-name>, \\"arguments\\": <args-json-object>}\\n</tool_call><|im_end|>\\n" }}
                    {%- elif messages[0].role == 'system' %}
                    {{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}
                    {%- endif %}
                    {%- for message in messages %}
                    {%- if message.role == 'user' or (message.role == 'system' and not loop.first) or message.role == 'developer' %}
                    {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>' + '\\n' }}
                    {%- elif message.role == 'assistant' %}
                    {{- '<|im_start|>assistant\\n' + message.content }}
                    {%- if message.tool_calls %}
                    {%- for call in message.tool_calls %}
                    {%- if (loop.first and message.content) or not loop.first %}{{- '\\n' }}{%- endif %}
                    {{- '<tool_call>\\n{"name": "' + call.function.name + '", "arguments": ' }}
                    {%- if call.function.arguments is string %}{{- call.function.arguments }}{%- else %}{{- call.function.arguments | tojson }}{%- endif %}
                    {{- '}\\n</tool_call>' }}
                    {%- endfor %}
                    {%- endif %}
                    {{- '<|im_end|>\\n' }}
                    {%- elif message.role == 'tool' %}
                    {%- if loop.first or messages[loop.index0 - 1].role != 'tool' %}{{- '<|im_start|>user' }}{%- endif %}
                    {{- '\\n<tool_response>\\n' + message.content + '\\n</tool_response>' }}
                    {%- if loop.last or messages[loop.index0 + 1].role != 'tool' %}{{- '<|im_end|>\\n' }}{%- endif %}
                    {%- endif %}
                    {%- endfor %}
                    {%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n' }}{%- endif %}"""),

    LLAMA_3("Llama 3", 8192, "<|begin_of_text|>", "<|eot_id|>",
            "<|begin_of_text|> <|start_header_id|> <|end_header_id|> <|eot_id|>",
            """
                    {{- bos_token }}
                    {%- for message in messages %}
                    {%- set role = 'ipython' if message.role == 'tool' else message.role %}
                    {{- '<|start_header_id|>' + role + '<|end_header_id|>\\n\\n' }}
                    {%- if message.tool_calls %}
                    {%- if message.tool_calls | length != 1 %}
                    {{- raise_exception('This model only supports single tool-calls at once!') }}
                    {%- endif %}
                    {%- set call = message.tool_calls[0].function %}
                    {{- '{"name": "' + call.name + '", "parameters": ' }}
                    {%- if call.arguments is string %}{{- call.arguments }}{%- else %}{{- call.arguments | tojson }}{%- endif %}
                    {{- '}' }}
                    {%- else %}{{- message.content | trim }}{%- endif %}
                    {{- '<|eot_id|>' }}
                    {%- endfor %}
                    {%- if add_generation_prompt %}{{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{%- endif %}"""),

    MISTRAL("Mistral 7B Instruct", 32_768, "<s>", "</s>", "<s> </s> [INST] [/INST]", """
            {%- if messages[0].role == 'system' %}
            {%- set system_message = messages[0].content %}{%- set loop_messages = messages[1:] %}
            {%- else %}{%- set loop_messages = messages %}{%- endif %}
            {{- bos_token }}
            {%- for message in loop_messages %}
            {%- if (message.role == 'user') != (loop.index0 % 2 == 0) %}
            {{- raise_exception('After the optional system message, conversation roles must alternate user/assistant/user/assistant/...') }}
            {%- endif %}
            {%- if message.role == 'user' %}
            {%- if loop.first and system_message is defined %}
            {{- ' [INST] ' + system_message + '\\n\\n' + message.content + ' [/INST]' }}
            {%- else %}{{- ' [INST] ' + message.content + ' [/INST]' }}{%- endif %}
            {%- elif message.role == 'assistant' %}
            {{- ' ' + message.content + eos_token }}
            {%- else %}
            {{- raise_exception('Only user and assistant roles are supported, with the exception of an initial optional system message!') }}
            {%- endif %}
            {%- endfor %}"""),

    GEMMA("Gemma 2 and 3", 8192, "<bos>", "<end_of_turn>", "<bos> <start_of_turn> <end_of_turn>", """
            {{- bos_token }}
            {%- if messages[0].role == 'system' %}
            {%- set first = messages[0].content + '\\n\\n' %}{%- set loop_messages = messages[1:] %}
            {%- else %}{%- set first = '' %}{%- set loop_messages = messages %}{%- endif %}
            {%- for message in loop_messages %}
            {%- if (message.role == 'user') != (loop.index0 % 2 == 0) %}
            {{- raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}
            {%- endif %}
            {%- set role = 'model' if message.role == 'assistant' else message.role %}
            {{- '<start_of_turn>' + role + '\\n' + (first if loop.first else '') }}
            {{- message.content | trim }}
            {{- '<end_of_turn>\\n' }}
            {%- endfor %}
            {%- if add_generation_prompt %}{{- '<start_of_turn>model\\n' }}{%- endif %}"""),

    PHI_3("Phi-3", 4096, "", "<|end|>", "<|system|> <|user|> <|assistant|> <|tool|> <|end|>", """
            {%- for message in messages %}
            {{- '<|' + message.role + '|>\\n' + message.content + '<|end|>\\n' }}
            {%- endfor %}
            {%- if add_generation_prompt %}{{- '<|assistant|>\\n' }}{%- endif %}"""),

    PHI_4("Phi-4", 16_384, "", "<|im_end|>", "<|im_start|> <|im_sep|> <|im_end|>", """
            {%- for message in messages %}
            {{- '<|im_start|>' + message.role + '<|im_sep|>' + message.content + '<|im_end|>' }}
            {%- endfor %}
            {%- if add_generation_prompt %}{{- '<|im_start|>assistant<|im_sep|>' }}{%- endif %}""");

    private final String title;
    private final int usualLimit;
    private final String bos;
    private final String eos;
    private final String marks;
    private final String source;

    OpenTemplate(String title, int usualLimit, String bos, String eos, String marks, String source) {
        this.title = title;
        this.usualLimit = usualLimit;
        this.bos = bos;
        this.eos = eos;
        this.marks = marks;
        this.source = source;
    }

    /// Such as "template:llama-3".
    String id() {
        return "template:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    /// Tokens that such models take.
    int usualLimit() {
        return usualLimit;
    }

    /// The mark that begins a text; empty for none.
    String bos() {
        return bos;
    }

    Coding coding() {
        return new MarkedCoding(Coding.of(Encoding.O200K_BASE), List.of(marks.split(" ")));
    }

    /// The format for a row with these tools; a missing node for none.
    ChatFormat format(JsonNode tools) {
        var variables = new HashMap<String, Object>(Map.of("bos_token", bos, "eos_token", eos));
        if (tools.isArray() && !tools.isEmpty()) {
            variables.put("tools", tools);
        }
        try {
            return new ChatFormat(ChatTemplate.parse(source), Map.copyOf(variables));
        } catch (TokenException broken) {
            throw new IllegalStateException("The template " + name() + " is broken.", broken);
        }
    }
}
