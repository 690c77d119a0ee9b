package fettle.example;

import fettle.example.RefusedRows.Sort;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the rows that an import of these files refuses into a file of the same sort, to be mended and imported again,
/// and why into a text beside it, `…-reasons.txt`. Files of several sorts make several, the further ones numbered.
public final class ExportRefused implements Work<Integer> {

    private final RowReader reader;
    private final List<Path> files;
    private final ImportSettings settings;
    private final Path target;

    /// `files` are files, or folders of files.
    public ExportRefused(RowReader reader, List<Path> files, ImportSettings settings, Path target) {
        this.reader = reader;
        this.files = List.copyOf(files);
        this.settings = settings;
        this.target = target.toAbsolutePath();
    }

    /// Returns how many rows were written. Without any, no file is.
    @Override
    public Integer run(Progress progress) throws IOException, InterruptedException {
        Map<Sort, List<Path>> sorts = sorts();
        var pace = new Pace(progress, reader.bytes(sorts.values().stream().flatMap(List::stream).toList()));
        int count = 0;
        int number = 1;
        for (var same : sorts.entrySet()) {
            int written = write(same.getKey(), same.getValue(), numbered(number), pace);
            count += written;
            number += written > 0 ? 1 : 0;
        }
        return count;
    }

    private Map<Sort, List<Path>> sorts() throws IOException {
        var sorts = new LinkedHashMap<Sort, List<Path>>();
        for (Path location : files) {
            for (Path file : reader.filesAt(location.toAbsolutePath().normalize())) {
                try (RowReader.RowFile rows = reader.open(file, settings.reading())) {
                    sorts.computeIfAbsent(Sort.of(rows), _ -> new ArrayList<>()).add(file);
                } catch (ExpectedException _) {
                    // no row of it can be read, so none is refused; the receipt of the import says why
                }
            }
        }
        return sorts;
    }

    private int write(Sort sort, List<Path> same, Path to, Pace pace) throws IOException, InterruptedException {
        var counts = new int[1];
        try {
            reader.save(to, rows -> reader.save(reasons(to), reasons -> {
                var refused = new RefusedRows(sort, rows, reasons);
                new RowPass(reader, settings, refused).read(same, Long.MAX_VALUE, pace);
                if (refused.count() == 0) {
                    throw new NoneRefused();
                }
                refused.close();
                counts[0] = refused.count();
            }));
        } catch (NoneRefused _) {
            return 0;
        }
        return counts[0];
    }

    private Path numbered(int number) {
        return number == 1 ? target : beside(target, "-" + number + ending(target));
    }

    /// Where the reasons stand that belong to a file of refused rows.
    public static Path reasons(Path rows) {
        return beside(rows, "-reasons.txt");
    }

    private static Path beside(Path file, String ending) {
        String name = RowPass.name(file);
        return file.resolveSibling(name.substring(0, name.length() - ending(file).length()) + ending);
    }

    private static String ending(Path file) {
        String name = RowPass.name(file);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }

    /// Leaves the files as they were.
    private static final class NoneRefused extends IOException {}
}
