package fettle.ui.example;

import fettle.example.ChatModel;
import java.io.IOException;
import java.util.List;

/// The models that can write examples. Implemented where providers are known.
public interface ModelChoice {

    /// Names of the providers that are set up, such as "openai"; empty when there is none.
    List<String> providers() throws IOException;

    /// The model that was asked last at this provider, or its usual one; empty when not known.
    String usualModel(String provider);

    /// The model, ready to be asked. Throws an [fettle.job.ExpectedException] when its key is missing.
    ChatModel model(String provider, String name) throws IOException;
}
