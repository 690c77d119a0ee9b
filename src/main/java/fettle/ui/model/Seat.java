package fettle.ui.model;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.model.ModelRunner.Loaded;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One place for a loaded model: loads when it is first asked, keeps it, lets go of it when another sits down. One
/// question at a time.
final class Seat {

    private final ModelRunner runner;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Loaded loaded;
    private String id = "";

    Seat(ModelRunner runner) {
        this.runner = runner;
    }

    /// Asks. Blocks; interrupt the thread to stop. `ready` runs once the model is loaded, on this thread.
    Reply ask(Model model, Request request, Runnable ready, Consumer<String> onText)
            throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Loaded now = loaded;
            if (now == null || !id.equals(model.id())) {
                letGo();
                now = runner.load(model);
                loaded = now;
                id = model.id();
            }
            ready.run();
            return now.complete(request, onText);
        } catch (IOException failed) {
            letGo(); // its worker may be gone; the next question starts a fresh one
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    /// Gives the memory back; waits for a running answer to end.
    void release() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            letGo();
        } finally {
            lock.unlock();
        }
    }

    private void letGo() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
            id = "";
        }
    }
}
