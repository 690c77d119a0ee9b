package fettle.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ToolCheckTest {

    private final ToolCheck check = new ToolCheck(JsonText.read("""
            [{"type":"function","function":{"name":"weather","description":"How warm it is.","parameters":\
            {"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer","minimum":1},\
            "unit":{"enum":["C","F"]}},"required":["city"],"additionalProperties":false}}},{"name":"bare"}]""")
            .orElseThrow());

    @Test
    void aRightCallHasNoFindings() {
        assertEquals(List.of("weather", "bare"), check.names());
        assertEquals(List.of(), check.findings("weather", "{\"city\":\"Oslo\",\"days\":3,\"unit\":\"C\"}"));
        assertEquals(List.of(), check.findings("bare", "{\"what\":1}"));
    }

    @Test
    void eachFindingIsASentenceWithItsPlace() {
        assertEquals(List.of("“city” is missing; the tool needs it."), sentences("{}"));
        String arguments = "{\n  \"city\": \"Oslo\",\n  \"days\": \"three\"\n}";
        ToolCheck.Finding days = check.findings("weather", arguments).getFirst();
        assertEquals("“days” should be integer, but is string.", days.sentence());
        assertEquals("\"three\"", arguments.substring(days.from(), days.to()));
        assertEquals(List.of("“unit” should be one of \"C\", \"F\"."), sentences("{\"city\":\"a\",\"unit\":\"K\"}"));
        assertEquals(List.of("The tool does not know “town”."), sentences("{\"city\":\"a\",\"town\":\"b\"}"));
        assertEquals(List.of("“days” is wrong: it must have a minimum value of 1."),
                sentences("{\"city\":\"a\",\"days\":0}"));
    }

    @Test
    void brokenJsonAndUnknownToolsAreTold() {
        ToolCheck.Finding broken = check.findings("weather", "{\"city\": \n oops}").getFirst();
        assertTrue(broken.sentence().startsWith("This is not JSON at line 2, column"), broken.sentence());
        assertEquals("There is no tool “wether” in this row; choose weather, bare.",
                check.findings("wether", "{}").getFirst().sentence());
        assertEquals("The arguments are text around JSON. Take the outer quotes away.",
                check.findings("weather", "\"{}\"").getFirst().sentence());
    }

    private List<String> sentences(String arguments) {
        return check.findings("weather", arguments).stream().map(ToolCheck.Finding::sentence).toList();
    }
}
