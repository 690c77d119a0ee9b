package fettle.ui.settings;

import fettle.job.Work;
import java.io.IOException;
import java.nio.file.Path;

/// Where the provider of models is set up and tried. Implemented where providers are known; called off the screen
/// thread.
public interface ProviderDesk {

    ProviderSetup read() throws IOException;

    /// Remembers the address and the model; an empty address means the usual one.
    void save(String baseUrl, String model) throws IOException;

    /// Puts a key into the key store, over one that is there.
    void keepKey(String key) throws IOException;

    /// Takes the key out of the key store.
    void deleteKey() throws IOException;

    /// Asks the provider for its models, as it is set up now; makes a sentence that says what came.
    Work<String> test();

    /// The folder of settings, keys and logs.
    Path home();
}
