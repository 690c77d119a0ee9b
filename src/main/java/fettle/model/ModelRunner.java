package fettle.model;

import fettle.example.ChatModel;
import java.io.IOException;

/// Gets a local model ready to answer.
public interface ModelRunner {

    /// Loads a model. The handle keeps a worker process until it is closed. Throws an [fettle.job.ExpectedException] when
    /// this machine has no natives or the folder cannot be read.
    Loaded load(Model model) throws IOException, InterruptedException;

    /// A loaded model.
    interface Loaded extends ChatModel, AutoCloseable {

        @Override
        void close();
    }
}
