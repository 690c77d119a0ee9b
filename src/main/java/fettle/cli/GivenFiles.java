package fettle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files that were named; `-` is standard input, laid down for as long as it is read.
record GivenFiles(List<Path> files, Optional<Path> laidDown) implements AutoCloseable {

    private static final String INPUT = "standard input";

    static GivenFiles of(List<Path> named, InputStream input) throws IOException {
        var files = new ArrayList<Path>();
        Optional<Path> laid = Optional.empty();
        for (Path name : named) {
            if (!name.toString().equals("-")) {
                files.add(name);
            } else if (laid.isEmpty()) {
                Path file = Files.createTempDirectory("fettle-import").resolve(INPUT);
                laid = Optional.of(file);
                files.add(file);
                Files.copy(input, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new GivenFiles(List.copyOf(files), laid);
    }

    @Override
    public void close() throws IOException {
        if (laidDown.isPresent()) {
            Files.deleteIfExists(laidDown.get());
            Files.deleteIfExists(laidDown.get().getParent());
        }
    }
}
