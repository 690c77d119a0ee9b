package fettle.collect.workbook;

import fettle.example.RowReader.Reading;
import fettle.example.RowReader.RowFile;
import fettle.job.ExpectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// Opens workbooks (.xlsx), and says what is to be done with files that only look like one.
public final class Workbooks {

    private Workbooks() {}

    /// Whether a file that begins so is a ZIP archive, as workbooks are.
    public static boolean isArchive(byte[] beginning) {
        return beginning.length > 3 && beginning[0] == 'P' && beginning[1] == 'K' && beginning[2] == 3
                && beginning[3] == 4;
    }

    /// Opens the sheet that `reading` names, else the first visible one that holds anything. Throws an
    /// [ExpectedException] when the file is no workbook, is damaged, or would unpack to more than memory should bear.
    public static RowFile open(Path file, Reading reading) throws IOException {
        ArchiveContents contents = ArchiveContents.of(file);
        refuseOthers(String.valueOf(file.getFileName()), contents.names());
        return WorkbookRows.open(file, contents, reading);
    }

    private static void refuseOthers(String name, Set<String> parts) throws ExpectedException {
        if (parts.stream().anyMatch(part -> part.endsWith("workbook.xml"))) {
            return;
        }
        if (parts.stream().anyMatch(part -> part.endsWith("workbook.bin"))) {
            throw new ExpectedException("binary-workbook", name + " is a binary workbook (.xlsb), which is not read.",
                    "Open it in Excel and save it as .xlsx or CSV.");
        }
        if (parts.contains("content.xml") && parts.contains("mimetype")) {
            throw new ExpectedException("open-document", name + " is an OpenDocument file (.ods), which is not read.",
                    "Open it and save it as .xlsx or CSV.");
        }
        if (parts.stream().anyMatch(part -> part.startsWith("Index/") && part.endsWith(".iwa"))) {
            throw new ExpectedException("numbers", name + " is a Numbers file, which is not read.",
                    "Export it as .xlsx or CSV.");
        }
        if (parts.contains("word/document.xml")) {
            throw new ExpectedException("binary", name + " is a Word document, which holds no rows.",
                    "Collect it as a document: add its folder as a source.");
        }
        throw new ExpectedException("binary", name + " is an archive, not a workbook and not text.",
                "Unpack it first.");
    }
}
