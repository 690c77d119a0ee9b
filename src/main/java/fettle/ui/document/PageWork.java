package fettle.ui.document;

import fettle.document.Document;
import fettle.document.PageReader;
import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Source;
import java.util.Optional;

/// Reading a captured page anew, without the network.
public interface PageWork {

    /// Reads the bytes of a document's page under a choice, and keeps nothing.
    Work<PageReader.Reading> read(Project project, Document document, String choice);

    /// Why a choice cannot be read, as a sentence; empty when it can.
    Optional<String> refusal(String choice);

    /// Keeps the choice with the source, and makes the document anew from the page as it is read so.
    Work<Source> choose(Project project, Document document, String choice);
}
