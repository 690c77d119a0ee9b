package fettle.example;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// A language model that answers conversations; here or elsewhere.
public interface ChatModel {

    /// The name that goes into an example's origin, such as "openai/gpt-4o-mini" or a local model's id.
    String name();

    /// Answers. Blocks; interrupt the thread to stop it. `onText` gets the answer piece by piece as it comes, on this
    /// thread or another, in order.
    Reply complete(Request request, Consumer<String> onText) throws IOException, InterruptedException;

    /// What is asked.
    ///
    /// @param turns with roles and texts, in order
    /// @param temperature 0 is greedy
    /// @param maxTokens most tokens of the answer
    record Request(List<Turn> turns, double temperature, int maxTokens) {}

    /// What came.
    ///
    /// @param finish "stop", "length", or "incomplete" when the answer was cut off
    record Reply(String text, int inputTokens, int outputTokens, String finish) {}
}
