package fettle.collect.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.example.ExampleStore;
import fettle.example.ImportExamples;
import fettle.example.ImportSettings;
import fettle.example.InMemorySources;
import fettle.example.Receipt;
import fettle.example.RepairKinds;
import fettle.example.RowReader.Reading;
import fettle.example.Shape;
import fettle.job.Progress;
import fettle.project.TemporaryProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Each shape from its file to its examples.
final class ShapesTest {

    @TempDir
    Path folder;

    private final ExampleStore examples = TemporaryProject.examples();

    private Receipt bringIn(ImportSettings settings, String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        return new ImportExamples(examples, new InMemorySources(), new RowFiles(1 << 20), List.of(file), settings)
                .run(Progress.UNWATCHED);
    }

    private Receipt bringIn(String text) throws Exception {
        return bringIn(ImportSettings.RECOGNISE, "rows.jsonl", text);
    }

    /// What the examples say: `role:text` with bars between, the rejected answer behind a slash, the label at the end.
    private List<String> told() {
        return TemporaryProject.bodies(examples).stream().map(ShapesTest::told).toList();
    }

    private static String told(JsonNode body) {
        var said = new StringBuilder();
        for (JsonNode message : body.path("messages")) {
            said.append(said.isEmpty() ? "" : "|").append(message.path("role").asString("?").charAt(0)).append(':')
                    .append(message.path("content").asString(""));
        }
        for (JsonNode message : body.path("non_preferred_output")) {
            said.append('/').append(message.path("content").asString(""));
        }
        return said + (body.has("label") ? " " + body.path("label") : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {
            "chat # {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}],'reference_answer':'4'} # u:q|a:a",
            "kto # {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}],'label':true} # u:q|a:a true",
            "kto # {'prompt':'q','completion':'a','label':false} # u:q|a:a false",
            "kto # {'prompt':[{'role':'user','content':'q'}],'completion':[{'role':'assistant','content':'a'}],'label':true} # u:q|a:a true",
            "chat # {'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}],'label':1} # u:q|a:a 1",
            "dpo # {'input':{'messages':[{'role':'user','content':'q'}]},'preferred_output':[{'role':'assistant','content':'a'}],'non_preferred_output':[{'role':'assistant','content':'b'}]} # u:q|a:a/b",
            "dpo # {'prompt':'q','chosen':'a','rejected':'b'} # u:q|a:a/b",
            "dpo # {'chosen':[{'role':'user','content':'q'},{'role':'assistant','content':'a'}],'rejected':[{'role':'user','content':'q'},{'role':'assistant','content':'b'}]} # u:q|a:a/b",
            "sharegpt # {'conversations':[{'from':'human','value':'q'},{'from':'gpt','value':'a'},{'from':'human','value':'r'},{'from':'gpt','value':'c'}],'system':'s'} # s:s|u:q|a:a|u:r|a:c",
            "sharegpt # {'conversations':[{'from':'human','value':'q'}],'chosen':{'from':'gpt','value':'a'},'rejected':{'from':'gpt','value':'b'}} # u:q|a:a/b",
            "sharegpt # {'conversations':[{'from':'human','value':'q'},{'from':'gpt','value':'a'}],'kto_tag':false} # u:q|a:a false",
            "alpaca # {'instruction':'q','input':'i','response':'a'} # ~u:q\ni|a:a~",
            "alpaca # {'instruction':'q','context':'i','response':'a'} # ~u:q\\ni|a:a~",
            "alpaca # {'instruction':'q','output':'a','history':[['x','y']]} # u:x|a:y|u:q|a:a",
            "prompt-completion # {'prompt':'q','completion':'a'} # u:q|a:a",
            "prompt-response # {'prompt':'q','response':'a','system':'s'} # s:s|u:q|a:a",
            "question-answer # {'question':'q','answer':'a'} # u:q|a:a",
            "squad # {'context':'c','question':'q','answers':[{'text':'a','answer_start':1}],'id':1} # ~u:c\n\nq|a:a~",
            "squad # {'context':'c','question':'q','answers':{'text':['a','b'],'answer_start':[1,2]}} # ~u:c\n\nq|a:a~",
            "turns # {'turns':['q','r'],'reference':['a','b']} # u:q|a:a|u:r|a:b",
            "text # {'text':'Once the lamp was lit.'} # a:Once the lamp was lit."})
    void recognisesEachShape(String shape, String row, String told) throws Exception {
        Receipt receipt = bringIn(row.replace('\'', '"'));
        assertEquals(shape, receipt.shape());
        assertTrue(receipt.isClean(), receipt.problems().toString());
        assertTrue(receipt.evidence().contains("Taken for " + shape + ": `"), receipt.evidence());
        assertEquals(List.of(told.replace("\\n", "\n")), told());
    }

    @Test
    void makesAnExampleOfEachInstanceAndOfEachRankedPair() throws Exception {
        Receipt receipt = bringIn("{\"instruction\":\"Add\",\"instances\":[{\"input\":\"1 1\",\"output\":\"2\"},"
                + "{\"input\":\"\",\"output\":\"0\"}]}");
        assertEquals(List.of("u:Add\n1 1|a:2", "u:Add|a:0"), told());
        assertEquals(2, receipt.read());
    }

    @Test
    void readsTreesNestedAndOneMessagePerLine() throws Exception {
        String nested = "{\"prompt\":{\"text\":\"q\",\"role\":\"prompter\",\"replies\":["
                + "{\"text\":\"b\",\"role\":\"assistant\",\"rank\":1,\"replies\":[]},"
                + "{\"text\":\"a\",\"role\":\"assistant\",\"rank\":0,\"replies\":[]}]}}";
        assertEquals("oasst", bringIn(nested).shape());
        Receipt lines = bringIn("""
                {"message_id":"1","parent_id":null,"text":"q","role":"prompter"}
                {"message_id":"2","parent_id":"1","text":"x","role":"assistant","rank":0}
                {"message_id":"3","parent_id":"1","text":"y","role":"assistant","rank":1}
                {"message_id":"9","parent_id":"8","text":"z","role":"assistant","rank":1}
                """);
        assertEquals(1, lines.kept());
        assertEquals("missing-parent", lines.problems().getFirst().kind());
        assertEquals(List.of("u:q|a:a/b", "u:q|a:x/y"), told());
        bringIn(new ImportSettings(Optional.of(Shape.CHAT), Map.of(), Reading.USUAL), "tree.jsonl", nested);
        assertEquals("u:q|a:a", told().getLast());
    }

    @Test
    void aFileMayMixShapesAndRefusedRowsSayWhy() throws Exception {
        Receipt receipt = bringIn("""
                {"instruction":"q","input":"","output":"a"}
                {"instruction":"q","input":"","output":"a","example_input":"x"}
                {"conversations":[{"from":"human","value":"h"},{"from":"gpt","value":"g"}]}
                {"prompt":"p","chosen":"c","rejected":"r"}
                {"prompt":"p","completions":["s","t"],"labels":[true,false]}
                {"context":"c","question":"q","answers":[],"is_impossible":true}
                {"instruction":"q"}
                """);
        assertEquals(List.of("u:q|a:a", "u:q|a:a", "u:h|a:g", "u:p|a:c/r"), told());
        assertEquals(List.of("stepwise", "no-answer", "missing-answer"),
                receipt.problems().stream().map(Receipt.Problem::kind).toList());
        assertTrue(receipt.unused().contains("example_input"));
    }

    @Test
    void takesJsonOutOfCellsOnlyWhenAskedTo() throws Exception {
        String table = "question,answer\n\"[\"\"Is it lit?\"\"]\",\"['Yes, it\\'s lit.']\"\nWhat?,\"[\"\"a\"\", 1]\"\n";
        Receipt named = bringIn(ImportSettings.RECOGNISE, "cells.csv", table);
        assertEquals(List.of("json-in-cell", "json-in-cell"),
                named.problems().stream().map(Receipt.Problem::kind).toList());
        assertEquals("u:[\"Is it lit?\"]|a:['Yes, it\\'s lit.']", told().getFirst());
        bringIn(ImportSettings.RECOGNISE.mending(RepairKinds.of(java.util.Set.of("json-in-cell"))), "cells.csv", table);
        assertEquals(List.of("u:Is it lit?|a:Yes, it's lit.", "u:What?|a:[\"a\", 1]"), told().subList(2, 4));
    }

    @Test
    void readsMessagesAndToolsOutOfTheCellsOfATable() throws Exception {
        bringIn(ImportSettings.RECOGNISE, "chat.csv",
                "id,messages,tools\n1,\"[{\"\"role\"\":\"\"user\"\",\"\"content\"\":\"\"q\"\"},"
                        + "{\"\"role\"\":\"\"assistant\"\",\"\"content\"\":\"\"a\"\"}]\",\"[{\"\"name\"\":\"\"f\"\"}]\"\n");
        assertEquals("{\"messages\":[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\",\"content\":\"a\"}],"
                + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]}",
                BodyJson.write(TemporaryProject.bodies(examples).getFirst()));
    }

    @Test
    void mapsColumnsByTemplatesWithSeveralTags() throws Exception {
        var settings = new ImportSettings(Optional.empty(), ImportSettings.parseMap(
                "user=\"{{topic}}, please: {{q}}\",assistant=a,rejected=b,tag=topic+lang"), Reading.USUAL);
        bringIn(settings, "t.csv", "topic,q,a,b,lang\nLamp,Lit?,Yes,No,en\n");
        assertEquals(List.of("u:Lamp, please: Lit?|a:Yes/No"), told());
        assertEquals(List.of("Lamp", "en"), examples.find(1).orElseThrow().tags());
    }

    @Test
    void standsValuesThatNobodyWouldWrite() throws Exception {
        Receipt receipt = bringIn("""
                {"question":7,"answer":{"a":[1,2]}}
                {"question":["x","y"],"answer":true}
                {"conversations":[[],null,{"from":3,"value":4}]}
                {"prompt":{"replies":{"a":1}}}
                {"input":[],"preferred_output":{"x":1},"non_preferred_output":7}
                {"instruction":{"a":1},"input":[1],"output":null}
                {"turns":[]}
                {"messages":[],"chosen":[],"rejected":[]}
                """ + "{\"question\":" + "[".repeat(300) + "]".repeat(300) + ",\"answer\":\"a\"}\n");
        assertEquals(9, receipt.read());
        assertEquals("u:7|a:{\"a\":[1,2]}", told().getFirst());
    }
}
