package fettle.token.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fettle.token.TokenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ChatTemplateTest {

    private static final JsonMapper JSON = new JsonMapper();

    /// Expected values: jinja2 as transformers sets it up (see `golden/tokenizers/versions.json`).
    @ParameterizedTest
    @MethodSource("golden")
    void rendersAsTheReference(String name, JsonNode templates, JsonNode tools, JsonNode expected)
            throws TokenException {
        var template = ChatTemplate.parse(templates.path(name).asString());
        Map<String, Object> variables = name.equals("toolish")
                ? Map.of("bos_token", "<s>", "eos_token", "</s>", "tools", tools)
                : Map.of("bos_token", "<s>", "eos_token", "</s>");
        boolean prompt = expected.path("add_generation_prompt").asBoolean();
        if (expected.has("error")) {
            var thrown = assertThrows(TokenException.class,
                    () -> template.render(expected.path("messages"), variables, prompt));
            assertEquals("The chat template refuses these messages: " + expected.path("error").asString() + ".",
                    thrown.getMessage());
        } else {
            assertEquals(expected.path("rendered").asString(),
                    template.render(expected.path("messages"), variables, prompt));
        }
    }

    static Stream<Object[]> golden() throws IOException {
        JsonNode file = JSON.readTree(Files.readString(
                Path.of("src/test/resources/golden/tokenizers/chat_templates.json")));
        var cases = new ArrayList<Object[]>();
        for (JsonNode one : file.path("cases")) {
            cases.add(new Object[]{one.path("template").asString(), file.path("templates"), file.path("tools"), one});
        }
        assertEquals(24, cases.size());
        return cases.stream();
    }

    /// What jinja2 3.1 gives with `trim_blocks` and `lstrip_blocks`.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`{{ 1 + 2 * 3 ** 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7 / 2 }} {{ 6 / 2 }}` | `19 3 -4 2 3.5 3.0`",
            "`{{ [1, 'a', none, true, 1.5] }} {{ {'k': \"it's\"} }}` | `[1, 'a', None, True, 1.5] {'k': \"it's\"}`",
            "`{{ 'abcdef'[1:-1] }} {{ 'abc'[::-1] }} {{ [1,2,3][-1] }} {{ 'x' * 3 }}` | `bcde cba 3 xxx`",
            "`{{ nothing }}{{ nothing | default('d') }}{{ '' | default('e', true) }}` | `de`",
            "`{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }}{{ ';' if not loop.last }}{% endfor %}` | `a=1;b=2`",
            "`{% for x in [1,2,3,4] if x is even %}{{ loop.index }}:{{ x }} {% else %}none{% endfor %}` | `1:2 2:4 `",
            "`{% for x in [] %}a{% else %}none{% endfor %}` | `none`",
            "`{% set x = 1 %}{% for i in [1,2] %}{% set x = i %}{% endfor %}{{ x }}` | `1`",
            "`{% set x %}a{{ 1 }}{% endset %}{{ x ~ x }}` | `a1a1`",
            "`{{ not 1 == 2 and 'a' in 'cat' and 3 not in [1, 2] }}` | `True`",
            "`{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ 'a' if false }}` | `True False `",
            "`{{ ' a b '.strip() }}|{{ 'a,b,c'.split(',', 1) }}|{{ ' a  b '.split() }}` | `a b|['a', 'b,c']|['a', 'b']`",
            "`{{ 'Hello' | upper | lower | capitalize | replace('l', 'L') }} {{ 'o''k' }}` | `HeLLo ok`",
            "`{{ [{'r': 'u'}, {'r': 'a'}] | selectattr('r', 'equalto', 'a') | map(attribute='r') | join(',') }}` | `a`",
            "`{% for i in range(5) %}{% if i == 1 %}{% continue %}{% endif %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}` | `02`",
            "`{% generation %}x{% endgeneration %}{# note #}{{ 'a' 'b' }}` | `xab`"})
    void followsPython(String source, String expected) throws TokenException {
        assertEquals(expected, render(source));
    }

    @Test
    void writesJsonAsPythonSpacesIt() throws TokenException {
        assertEquals("{\"b\": [1, {\"c\": \"é\\\"\\n\"}], \"n\": null, \"e\": []}",
                render("{{ {'b': [1, {'c': 'é\"\\n'}], 'n': none, 'e': []} | tojson }}"));
        assertEquals("{\n  \"b\": [\n    1,\n    2.0\n  ]\n}", render("{{ {'b': [1, 2.0]} | tojson(indent=2) }}"));
    }

    @Test
    void trimsBlocksAsTransformersDoes() throws TokenException {
        assertEquals("a\n  b\n c\n", render("a\n  {% if true %}\n  b\n  {% endif %}\n {{ 'c' }}\n\n"));
        assertEquals("a b", render("a\n {%- if true -%} \n b \n{%- endif -%}\n").replace("ab", "a b"));
        assertEquals("x  y", render("x {% if true %} y{% endif %}"));
    }

    @Test
    void refusesWhatItDoesNotKnowByNameAndLine() {
        assertEquals("Line 2 of the chat template has `{% macro %}`, which Fettle does not render.",
                refusal("a\n{% macro f(x) %}{% endmacro %}"));
        assertEquals("Line 1 of the chat template uses the filter `xmlattr`, which Fettle does not know.",
                refusal("{{ x | xmlattr }}"));
        assertEquals("Line 3 of the chat template calls `lipsum`, which Fettle does not know.",
                refusal("a\n\n{{ lipsum(3) }}"));
        assertEquals("Line 1 of the chat template has `endfor` where `endif` should be.",
                refusal("{% if a %}b{% endfor %}"));
        assertEquals("Line 2 of the chat template opens `{% for %}`, which is never ended.",
                refusal("\n{% for a in b %}"));
        assertEquals("Line 1 of the chat template opens a tag that is never closed.", refusal("{{ 'a' "));
        assertEquals("Line 1 of the chat template adds 'a' and None.", refusal("{{ 'a' + none }}"));
        assertEquals("Line 1 of the chat template takes `b` of `a`, which is not defined.", refusal("{{ a.b }}"));
    }

    private static String render(String source) throws TokenException {
        return ChatTemplate.parse(source).render(JSON.createArrayNode(), Map.of(), false);
    }

    private static String refusal(String source) {
        return assertThrows(TokenException.class, () -> render(source)).getMessage();
    }
}
