package fettle.ui.example.facet;

import fettle.example.FacetCounts;
import fettle.job.JobState;
import fettle.ui.control.Buttons;
import fettle.ui.control.Labels;
import fettle.ui.example.facet.FindingsViewModel.State;
import fettle.ui.example.filter.FieldFilter;
import fettle.ui.session.Words;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The facet of findings: also says how old they are, and checks again.
final class FindingsFacet extends ChoiceFacet {

    private final FindingsViewModel findings;
    private final Label words = Labels.wrapped("", "t-small", "t-soft");
    private final Button check;
    private final Button stop;
    private final VBox foot;

    FindingsFacet(Facet facet, FacetsViewModel model, FindingsViewModel findings) {
        super(facet, model);
        this.findings = findings;
        check = Buttons.small(Buttons.secondary("findings-check", "Check the rows", Feather.CHECK_SQUARE,
                findings::check));
        stop = Buttons.small(Buttons.plain("findings-stop", "Stop", findings::stop));
        words.setId("findings-words");
        foot = new VBox(6, words, check, stop);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("facet-foot");
        findings.stateProperty().addListener(_ -> tell());
        findings.session().jobs().subscribe(this::tell);
        root().getChildren().add(foot);
        foot.visibleProperty().bind(body().visibleProperty());
        tell();
    }

    @Override
    String fill(FacetCounts counts, FieldFilter asked) {
        boolean known = findings.stateProperty().get() instanceof State.Checked || !asked.isEmpty();
        return super.fill(known ? counts : new FacetCounts(0, Map.of(), Map.of()), asked);
    }

    private void tell() {
        State state = findings.stateProperty().get();
        switch (state) {
            case State.Unchecked() -> say("What the checks of the dataset find stands here.", "Check the rows", false);
            case State.Checking(long job) -> say(progress(job), "", true);
            case State.Checked(long at, int changed) -> say(age(at, changed), changed > 0 ? "Check again" : "", false);
        }
        foot.setManaged(body().isVisible() && !(words.getText().isEmpty() && !check.isManaged()));
        words.setManaged(!words.getText().isEmpty());
    }

    private void say(String sentence, String button, boolean running) {
        words.setText(sentence);
        check.setText(button);
        check.setVisible(!button.isEmpty());
        check.setManaged(!button.isEmpty());
        stop.setVisible(running);
        stop.setManaged(running);
    }

    private String progress(long id) {
        Optional<JobState> job = findings.session().jobs().stream().filter(state -> state.id() == id).findFirst();
        return job.filter(state -> state.total() > 0)
                .map(state -> "Checking " + Words.number(state.done()) + " of " + Words.number(state.total()))
                .orElse("Checking …");
    }

    /// Nothing while the findings are as new as the rows.
    private static String age(long at, int changed) {
        if (changed == 0) {
            return "";
        }
        long minutes = Math.max(0, (System.currentTimeMillis() - at) / 60_000);
        String when = minutes == 0 ? "just now" : minutes < 60 ? minutes + " min ago" : Words.when(at);
        return "Checked " + when + ", " + Words.count(changed, "row", "rows") + " changed since.";
    }
}
