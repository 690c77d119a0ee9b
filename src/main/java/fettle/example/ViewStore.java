package fettle.example;

import java.io.IOException;
import java.util.List;

/// The named views of one project, in the order that the person gave them. Each change throws an
/// [fettle.job.ExpectedException] of kind "read-only" in a project that cannot be written, and of kind "broken-settings"
/// when the file that holds them cannot be read; it is then left alone.
public interface ViewStore {

    /// What there is.
    ///
    /// @param views that can be shown
    /// @param problems a sentence for each that cannot; it stays in the file until the person has mended it
    record Views(List<NamedView> views, List<String> problems) {

        public static final Views NONE = new Views(List.of(), List.of());
    }

    Views read() throws IOException;

    /// Keeps a view; one of the same name is replaced and stays in its place.
    void save(NamedView view) throws IOException;

    /// Throws an [fettle.job.ExpectedException] of kind "exists" when another view is called so.
    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;
}
