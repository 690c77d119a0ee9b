package fettle.ui.source.intake;

import fettle.example.FilePreview;
import fettle.ui.source.intake.ImportWork.Choice;
import java.nio.file.Path;
import java.util.Optional;

/// A file in the import dialog.
record FileItem(Choice choice, Status status) {

    /// How far it is.
    sealed interface Status {

        record Waiting() implements Status {}

        record Reading() implements Status {}

        record Read(Look look) implements Status {}

        /// Nothing of it could be read.
        record Failed(String sentence, String next) implements Status {}
    }

    FileItem(Choice choice) {
        this(choice, new Status.Waiting());
    }

    FileItem with(Status newStatus) {
        return new FileItem(choice, newStatus);
    }

    Path file() {
        return choice.file();
    }

    String name() {
        Path name = choice.file().getFileName();
        return name == null ? choice.file().toString() : name.toString();
    }

    /// What reading it gave.
    Optional<Look> look() {
        return status instanceof Status.Read(var look) ? Optional.of(look) : Optional.empty();
    }

    Optional<FilePreview> preview() {
        return look().filter(look -> !look.chosen().files().isEmpty()).map(Look::file);
    }

    /// Whether people have to say what is what before anything of it can be imported.
    boolean needsMapping() {
        return preview().filter(file -> !file.recognised()).isPresent();
    }
}
