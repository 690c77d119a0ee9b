package fettle.ui.session;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// Where a person can be. The eight steps stand in the order of the path.
public enum Place {
    START("Start", Feather.HOME, ""),
    SOURCES("Sources", Feather.GIT_BRANCH, "G S"),
    DOCUMENTS("Documents", Feather.FILE_TEXT, "G O"),
    CHUNKS("Chunks", Feather.SCISSORS, "G C"),
    EXAMPLES("Examples", Feather.MESSAGE_SQUARE, "G E"),
    DATASET("Dataset", Feather.LAYERS, "G D"),
    TUNING("Tuning", Feather.ACTIVITY, "G T"),
    MODELS("Models", Feather.BOX, "G M"),
    EVALUATION("Evaluation", Feather.BAR_CHART_2, "G V"),
    JOBS("Jobs", Feather.CLOCK, "G J"),
    SETTINGS("Settings", Feather.SETTINGS, "Shortcut+,");

    /// The path, from top to bottom of the side bar.
    public static final List<Place> STEPS = List.of(SOURCES, DOCUMENTS, CHUNKS, EXAMPLES, DATASET, TUNING, MODELS,
            EVALUATION);

    /// Below the line of the side bar.
    public static final List<Place> BELOW = List.of(JOBS, SETTINGS);

    private final String title;
    private final Feather icon;
    private final String keys;

    Place(String title, Feather icon, String keys) {
        this.title = title;
        this.icon = icon;
        this.keys = keys;
    }

    public String title() {
        return title;
    }

    public Feather icon() {
        return icon;
    }

    /// The keys that go there; empty for none.
    public String keys() {
        return keys;
    }

    /// Whether it shows something of a project, and so needs an open one.
    public boolean needsProject() {
        return STEPS.contains(this);
    }
}
