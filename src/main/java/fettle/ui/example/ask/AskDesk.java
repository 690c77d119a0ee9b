package fettle.ui.example.ask;

import fettle.model.ModelRunner.Loaded;
import java.io.IOException;
import java.util.List;

/// The models that can be asked, and what this person asked before. Blocks.
public interface AskDesk {

    /// Models of this machine by their ids, then `PROVIDER/MODEL` of providers whose usual model is known.
    List<String> models() throws IOException;

    /// Gets a model ready: an id of this machine or `PROVIDER/MODEL`. Throws an [fettle.job.ExpectedException] when there
    /// is none, or its key is missing.
    Loaded open(String model) throws IOException, InterruptedException;

    /// The model that was asked last; empty for none.
    String lastModel() throws IOException;

    /// Instructions of this person's own, newest first.
    List<String> instructions() throws IOException;

    /// Remembers what is being asked.
    void asked(String model, String instruction) throws IOException;
}
