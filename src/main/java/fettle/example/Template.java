package fettle.example;

import fettle.document.Document;
import fettle.job.ExpectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A question to ask about every passage.
///
/// @param name as commands take it
/// @param system is sent before the prompt and not kept in the row; empty for none
/// @param prompt with the placeholders {text} {fenced} {path} {repo} {url} {title} {headings}
/// @param form what the answer is
public record Template(String name, String system, String prompt, Form form) {

    /// What is made of an answer.
    public enum Form {
        /// Prompt and answer become the turns of one row.
        TEXT,
        /// The answer is JSON, `{"examples":[{"question":…,"answer":…}]}`, one row each.
        QUESTIONS
    }

    public static final Template EXPLAIN_CODE = new Template("explain-code",
            "You explain source code to programmers: what it does, how, and why.", """
                    Explain the following code snippet from `{path}` in the `{repo}` repository:

                    {fenced}""", Form.TEXT);

    public static final Template SUMMARISE_SECTION = new Template("summarise-section",
            "You summarise technical articles for programmers, truly and in few words.", """
                    Summarize the following section from the article at {url}:

                    {text}""", Form.TEXT);

    public static final Template QUESTIONS = new Template("questions",
            "You write training examples. You answer with JSON alone, without a code fence.", """
                    Write up to five questions that the following passage from "{title}" answers, each with its answer. \
                    Every question must make sense to someone who has not seen the passage; every answer must follow from \
                    the passage alone. Answer with JSON of this form: \
                    {"examples":[{"question":"…","answer":"…"}]}

                    {text}""", Form.QUESTIONS);

    /// Those that Fettle brings along.
    public static final List<Template> BUILT_IN = List.of(QUESTIONS, EXPLAIN_CODE, SUMMARISE_SECTION);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(text|fenced|path|repo|url|title|headings)\\}");
    private static final Pattern FENCE = Pattern.compile("`{3,}");
    private static final Pattern FENCED_ANSWER = Pattern.compile("(?s)```(?:json)?\\s*\\n(.*?)\\n\\s*```");

    /// The built-in template of that name. Throws an [ExpectedException] of kind "template" when there is none.
    public static Template named(String name) throws ExpectedException {
        for (Template template : BUILT_IN) {
            if (template.name.equals(name)) {
                return template;
            }
        }
        throw new ExpectedException("template", "There is no template `" + name + "`.",
                "Templates are " + String.join(", ", BUILT_IN.stream().map(Template::name).toList()) + ".");
    }

    /// The same with another system text; empty for none.
    public Template withSystem(String text) {
        return new Template(name, text, prompt, form);
    }

    /// What is sent.
    public List<Turn> turns(Passage passage) {
        var turns = new ArrayList<Turn>();
        if (!system.isBlank()) {
            turns.add(new Turn("system", system, false));
        }
        turns.add(new Turn("user", prompt(passage), false));
        return turns;
    }

    /// The prompt with the passage in it.
    public String prompt(Passage passage) {
        Document document = passage.document();
        Map<String, String> values = Map.of("text", passage.chunk().text(), "fenced",
                fenced(passage.chunk().text(), document.language()), "path", document.path(), "repo",
                passage.source().name(), "url", url(passage), "title", document.title(), "headings",
                String.join(" › ", passage.chunk().headingPath()));
        return PLACEHOLDER.matcher(prompt)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    /// An article that was fetched is its own address; a file's is its place.
    private static String url(Passage passage) {
        String location = passage.source().location();
        boolean address = location.startsWith("http://") || location.startsWith("https://");
        return address ? location : passage.document().path();
    }

    /// In a fence longer than any within, so that it closes where it should.
    private static String fenced(String text, String language) {
        int longest = FENCE.matcher(text).results().mapToInt(found -> found.end() - found.start()).max().orElse(2);
        String fence = "`".repeat(longest + 1);
        return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence;
    }

    /// The rows that an answer gives. Throws an [ExpectedException] of kind "answer" when it gives none.
    List<ObjectNode> rows(Passage passage, String answer) throws ExpectedException {
        if (answer.isBlank()) {
            throw unusable("The answer is empty.");
        }
        return switch (form) {
            case TEXT -> List.of(row(prompt(passage), answer));
            case QUESTIONS -> questions(answer);
        };
    }

    private static List<ObjectNode> questions(String answer) throws ExpectedException {
        JsonNode examples = json(answer).path("examples");
        if (!examples.isArray() || examples.isEmpty()) {
            throw unusable("The answer has no list `examples` with anything in it.");
        }
        var rows = new ArrayList<ObjectNode>();
        for (JsonNode example : examples) {
            String question = example.path("question").asString("");
            String reply = example.path("answer").asString("");
            if (question.isBlank() || reply.isBlank()) {
                throw unusable("Example " + (rows.size() + 1) + " of the answer lacks a question or an answer.");
            }
            rows.add(row(question, reply));
        }
        return rows;
    }

    /// Models like to put JSON into a fence, even when told not to.
    private static JsonNode json(String answer) throws ExpectedException {
        Matcher fenced = FENCED_ANSWER.matcher(answer.strip());
        String json = fenced.matches() ? fenced.group(1) : answer;
        try {
            return BodyJson.mapper().readTree(json);
        } catch (JacksonException _) {
            throw unusable("The answer is not JSON.");
        }
    }

    private static ExpectedException unusable(String message) {
        return new ExpectedException("answer", message, "The answer is kept as it came; generating again asks anew.");
    }

    private static ObjectNode row(String question, String answer) {
        ObjectNode body = BodyJson.mapper().createObjectNode();
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "user").put("content", question);
        messages.addObject().put("role", "assistant").put("content", answer);
        return body;
    }
}
