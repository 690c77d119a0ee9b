package fettle.ui.source;

import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.example.RepairKinds;
import fettle.example.Step;
import fettle.job.ExpectedException;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.source.Source;
import fettle.ui.control.Overlay;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import fettle.ui.source.intake.ImportDialogs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Imports at once, and shows the receipt afterwards.
public final class PlainImports implements ImportDialogs {

    /// An import that has just ended.
    ///
    /// @param step number of its step in the history; 0 when it made none
    record Imported(List<Path> files, Receipt receipt, long step) {}

    private final Session session;
    private final Intake intake;
    private final Overlay overlay;
    private final Map<String, Receipt> receipts = new HashMap<>();

    public PlainImports(Session session, Intake intake, Overlay overlay) {
        this.session = session;
        this.intake = intake;
        this.overlay = overlay;
        session.projectProperty().subscribe(receipts::clear);
    }

    @Override
    public void open(List<Path> files) {
        Project project = project();
        String title = files.size() == 1
                ? "Import " + files.getFirst().getFileName()
                : "Import " + files.size() + " files";
        session.work(title, progress -> done(project, files,
                intake.examples(project, files, ImportSettings.RECOGNISE).run(progress)), this::ended);
    }

    @Override
    public void openPasted(String text) {
        session.tell(new ExpectedException("pasted", "Rows cannot be pasted yet.", "Save them as a file first."));
    }

    @Override
    public void openReceipt(Source source) {
        Optional.ofNullable(receipts.get(source.location())).ifPresentOrElse(
                receipt -> new ReceiptDialog(new Imported(List.of(Path.of(source.location())), receipt, 0), this,
                        overlay).show(false),
                () -> session.tell(new ExpectedException("no-receipt", "The receipt of " + source.name()
                        + " is no longer there.", "Import the file again.")));
    }

    /// Takes an import back, as a whole, if nothing came after it.
    void undo(Imported what) {
        Project project = project();
        session.work("Undo the import", _ -> takeBack(project, what), this::tellFailure);
    }

    /// Takes an import back and does it again, mending what can be mended.
    void repair(Imported what) {
        Project project = project();
        var settings = ImportSettings.RECOGNISE.mending(RepairKinds.ALL);
        session.work("Import again with repairs", progress -> {
            takeBack(project, what);
            return done(project, what.files(), intake.examples(project, what.files(), settings).run(progress));
        }, this::ended);
    }

    void showExamples() {
        session.goTo(Place.EXAMPLES);
    }

    private static Imported done(Project project, List<Path> files, Receipt receipt) throws IOException {
        List<Step> history = project.examples().history();
        long step = receipt.kept() == 0 || history.isEmpty() ? 0 : history.getLast().number();
        return new Imported(files, receipt, step);
    }

    private static Imported takeBack(Project project, Imported what) throws IOException {
        Optional<Step> last = project.examples().history().reversed().stream().filter(Step::done).findFirst();
        if (what.step() == 0) {
            return what;
        }
        if (last.isEmpty() || last.get().number() != what.step()) {
            throw new ExpectedException("later-steps", "Other changes came after this import.",
                    "Go back to before it in the history.");
        }
        project.examples().undo();
        return what;
    }

    private void ended(Outcome<Imported> outcome) {
        if (outcome instanceof Outcome.Done<Imported>(var what)) {
            what.files().forEach(file -> receipts.put(file.toString(), what.receipt()));
            new ReceiptDialog(what, this, overlay).show(true);
        }
        tellFailure(outcome);
    }

    private void tellFailure(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Failed<?>(var cause)) {
            session.tell(cause);
        }
    }

    private Project project() {
        return session.projectProperty().get().orElseThrow();
    }
}
