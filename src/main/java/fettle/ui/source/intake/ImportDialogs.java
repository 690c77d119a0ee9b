package fettle.ui.source.intake;

import fettle.source.Source;
import java.nio.file.Path;
import java.util.List;

/// The dialogs of an import, as the screens around them ask for them. Screen thread only.
public interface ImportDialogs {

    /// Reads files or folders of rows and shows what they hold; nothing is in the project before the person says so.
    void open(List<Path> files);

    /// The same for a text from the clipboard.
    void openPasted(String text);

    /// Shows the stored receipt of a source's last import, to be read only.
    void openReceipt(Source source);
}
