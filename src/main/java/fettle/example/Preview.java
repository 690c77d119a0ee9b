package fettle.example;

import java.util.List;

/// What an import would do.
///
/// @param receipt that of the import, if it came now
/// @param files those that could be opened, in order
/// @param settings they were read under
public record Preview(Receipt receipt, List<FilePreview> files, ImportSettings settings) {

    public Preview {
        files = List.copyOf(files);
    }
}
