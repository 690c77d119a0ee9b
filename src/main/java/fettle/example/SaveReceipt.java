package fettle.example;

import fettle.job.Progress;
import fettle.job.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Writes a receipt into a file: as JSON when its name ends in `.json`, as Markdown otherwise.
///
/// @param title what was imported
public record SaveReceipt(RowReader files, Receipt receipt, String title, Path target) implements Work<Path> {

    @Override
    public Path run(Progress progress) throws IOException, InterruptedException {
        boolean json = target.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        String text = json
                ? ReceiptJson.of(receipt).toPrettyString() + "\n"
                : ReceiptText.markdown(title, receipt);
        files.save(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return target;
    }
}
