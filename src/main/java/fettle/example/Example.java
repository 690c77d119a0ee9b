package fettle.example;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One row: a conversation to train on, as the JSON it came as, and what people say of it.
///
/// @param id stable within the project, ascending in import order
/// @param body an OpenAI chat row, `{"messages":[…]}`, key for key as it came; never changed silently
/// @param generated the body as a model or an import first gave it, when it was edited since
/// @param origin where it came from
/// @param remarks what people say of it
public record Example(long id, ObjectNode body, ExampleStatus status, List<String> tags, Optional<ObjectNode> generated,
        Origin origin, Remarks remarks) {

    /// Its turns, read leniently from the body.
    public List<Turn> turns() {
        return Turn.of(body);
    }

    public boolean edited() {
        return generated.isPresent();
    }

    /// Where an example came from. Parts that do not apply are empty.
    ///
    /// @param source what lists show: a file name or a document's path
    /// @param sourceId a source of the project
    /// @param line 1-based physical line of the file; 0 when it was not read from lines
    /// @param chunkId the chunk it was made from
    /// @param documentId the document of that chunk
    /// @param template the template that asked for it
    /// @param model the model that answered
    public record Origin(String source, String sourceId, int line, String chunkId, String documentId, String template,
            String model) {

        public static final Origin UNKNOWN = new Origin("", "", 0, "", "", "", "");
    }
}
