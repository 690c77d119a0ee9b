package fettle.ui;

import fettle.chunk.Chunk;
import fettle.document.Document;
import fettle.example.Change;
import fettle.example.Example;
import fettle.example.ExampleStatus;
import fettle.example.ExampleStore;
import fettle.example.Remarks;
import fettle.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A project in memory with a few documents, chunks and examples of our own about a token contract.
public final class Neps {

    private static final String TRANSFER = """
            # Tokens

            How a token moves, and what it costs.

            ## Transfer call

            The token contract stands **between** the caller and the receiver. The callback says how many tokens were \
            not used, and those go back.
            """;
    private static final String GAS = """
            ## Gas

            `ft_transfer_call` attaches gas to the receiver. What is not burnt comes back as a receipt of its own, \
            after the whole chain has run.

            ```rust
            #[payable]
            fn ft_transfer_call(&mut self, receiver: AccountId, amount: U128) -> Promise {
                self.attach(receiver, amount)
            }
            ```

            - It needs exactly one yocto.
            - So only a full-access key can call it.
            """;
    private static final String EVENTS = """
            ## Events

            > Each transfer writes an event.

            Indexers read the log line, not the state.
            """;

    private Neps() {}

    /// Twelve documents; the fourth is cut in three, and three examples were made from its second chunk.
    public static MemoryProject project() {
        var project = new MemoryProject();
        long now = System.currentTimeMillis();
        project.sources.add(new Source("s1", Source.Kind.FOLDER, "neps", "/home/ada/near/neps", now, now, 12, 0));
        for (int number = 1; number <= 12; number++) {
            String id = "d" + number;
            String path = "nep-%04d.md".formatted(number * 37 % 509);
            project.documents.add(new Document(id, "s1", path, "A standard for tokens, part " + number,
                    Document.Kind.MARKDOWN, "", TRANSFER + "\n" + GAS + "\n" + EVENTS, ""));
            int count = number == 4 ? 3 : 3 + number * 7 % 11;
            for (int place = 0; place < count; place++) {
                project.chunks.add(chunk(id, place, number));
            }
        }
        example(project, "How does the token contract refund gas?", ExampleStatus.DRAFT);
        example(project, "Explain what ft_transfer_call attaches.", ExampleStatus.APPROVED);
        example(project, "Does ft_transfer check the memo?", ExampleStatus.REJECTED);
        remember(project);
        return project;
    }

    /// Three steps of history, the last one undone.
    private static void remember(MemoryProject project) {
        ExampleStore examples = project.examples();
        try {
            ObjectNode body = examples.find(1).orElseThrow().body();
            ((ObjectNode) body.path("messages").path(1)).put("content", "Unburnt gas comes back.");
            examples.apply(List.of(new Change.SetBody(1, body)), "Edited example 0001");
            examples.undo();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Chunk chunk(String document, int place, int number) {
        String text = List.of(TRANSFER, GAS, EVENTS).get(place % 3);
        List<String> path = List.of("Tokens", List.of("Transfer call", "Gas", "Events").get(place % 3));
        int tokens = 120 + (place * 331 + number * 97) % 860;
        return new Chunk(document + "-" + place, document, place, 0, text.length(), path, text, tokens);
    }

    private static void example(MemoryProject project, String question, ExampleStatus status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var messages = body.putArray("messages");
        messages.addObject().put("role", "user").put("content", question);
        messages.addObject().put("role", "assistant").put("content", "What is not burnt comes back as a receipt.");
        long id = project.examples.size() + 1L;
        project.examples.add(new Example(id, body, status, List.of(), Optional.empty(),
                new Example.Origin("nep-0148.md", "s1", 0, "d4-1", "d4", "question-answer", "openai/gpt-4o-mini"),
                Remarks.NONE));
    }
}
