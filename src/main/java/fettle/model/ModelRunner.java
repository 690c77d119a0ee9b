package fettle.model;

import fettle.example.ChatModel;
import java.io.IOException;
import java.util.function.Consumer;

/// Gets a local model ready to answer.
public interface ModelRunner {

    /// Loads a model. The handle keeps a worker process until it is closed. Throws an [fettle.job.ExpectedException] when
    /// this machine has no natives or the folder cannot be read.
    Loaded load(Model model) throws IOException, InterruptedException;

    /// A loaded model.
    interface Loaded extends ChatModel, AutoCloseable {

        @Override
        void close();

        /// A model elsewhere, which needs no loading and no closing.
        static Loaded of(ChatModel model) {
            return new Loaded() {
                @Override
                public String name() {
                    return model.name();
                }

                @Override
                public Reply complete(Request request, Consumer<String> onText)
                        throws IOException, InterruptedException {
                    return model.complete(request, onText);
                }

                @Override
                public void close() {}
            };
        }
    }
}
