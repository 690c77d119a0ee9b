package fettle.example;

import fettle.example.Receipt.Counts;
import fettle.example.Receipt.Kind;
import fettle.example.Receipt.Problem;
import fettle.example.Receipt.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A receipt as JSON and back: the same names on the command line, in a saved file and in the project.
public final class ReceiptJson {

    private ReceiptJson() {}

    public static ObjectNode of(Receipt receipt) {
        ObjectNode json = BodyJson.mapper().createObjectNode();
        json.put("read", receipt.read()).put("kept", receipt.kept()).put("examples", receipt.examples())
                .put("repaired", receipt.repaired()).put("repairable", receipt.repairable())
                .put("refused", receipt.refused()).put("duplicates", receipt.duplicates())
                .put("shape", receipt.shape()).put("encoding", receipt.encoding())
                .put("evidence", receipt.evidence());
        receipt.unused().forEach(json.putArray("unused")::add);
        var kinds = json.putArray("kinds");
        receipt.kinds().forEach(kind -> kinds.add(of(kind)));
        var problems = json.putArray("problems");
        receipt.problems().forEach(problem -> problems.add(of(problem)));
        json.put("furtherProblems", receipt.furtherProblems());
        var repeats = json.putArray("repeats");
        receipt.repeats().forEach(repeat -> repeats.addObject().put("file", repeat.file()).put("line", repeat.line())
                .put("row", repeat.row()).put("words", repeat.words()));
        return json;
    }

    private static ObjectNode of(Kind kind) {
        ObjectNode json = BodyJson.mapper().createObjectNode();
        json.put("kind", kind.kind()).put("count", kind.count()).put("refused", kind.refused())
                .put("repairable", kind.repairable()).put("repaired", kind.repaired());
        json.set("first", of(kind.first()));
        return json;
    }

    private static ObjectNode of(Problem problem) {
        return BodyJson.mapper().createObjectNode().put("file", problem.file()).put("line", problem.line())
                .put("column", problem.column()).put("row", problem.row()).put("kind", problem.kind())
                .put("message", problem.message()).put("repair", problem.repair()).put("repaired", problem.repaired())
                .put("before", problem.before()).put("after", problem.after());
    }

    /// Reads what [#of] made; empty when it is something else.
    public static Optional<Receipt> read(String text) {
        try {
            ObjectNode json = BodyJson.read(text);
            var counts = new Counts(number(json, "kept"), number(json, "examples"), number(json, "repaired"),
                    number(json, "repairable"), number(json, "refused"), number(json, "duplicates"));
            return Optional.of(new Receipt(counts, word(json, "shape"), word(json, "evidence"), word(json, "encoding"),
                    list(json, "unused", unused -> unused.asString("")),
                    list(json, "problems", ReceiptJson::problem), number(json, "furtherProblems"),
                    list(json, "kinds", ReceiptJson::kind), list(json, "repeats", ReceiptJson::repeat)));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Kind kind(JsonNode json) {
        return new Kind(word(json, "kind"), number(json, "count"), number(json, "refused"), number(json, "repairable"),
                number(json, "repaired"), problem(json.path("first")));
    }

    private static Problem problem(JsonNode json) {
        return new Problem(word(json, "file"), number(json, "line"), number(json, "column"), number(json, "row"),
                word(json, "kind"), word(json, "message"), word(json, "repair"),
                json.path("repaired").asBoolean(false), word(json, "before"), word(json, "after"));
    }

    private static Repeat repeat(JsonNode json) {
        return new Repeat(word(json, "file"), number(json, "line"), number(json, "row"), word(json, "words"));
    }

    private static int number(JsonNode json, String name) {
        return json.path(name).asInt(0);
    }

    private static String word(JsonNode json, String name) {
        return json.path(name).asString("");
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
        var list = new ArrayList<T>();
        json.path(name).forEach(element -> list.add(read.apply(element)));
        return list;
    }
}
