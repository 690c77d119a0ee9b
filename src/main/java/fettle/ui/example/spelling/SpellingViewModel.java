package fettle.ui.example.spelling;

import fettle.job.Work;
import fettle.project.Project;
import fettle.project.SpellingSettings;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Spelling as the open project wants it: its language, its own words, and off.
public final class SpellingViewModel {

    private final Session session;
    private final Spelling spelling;
    private final Reading<SpellingSettings> reading;
    private final Reading<List<String>> listing;
    private final ReadOnlyObjectWrapper<SpellingSettings> settings = new ReadOnlyObjectWrapper<>(NONE);
    private List<String> languages = List.of(Dictionaries.ENGLISH);

    /// While no project is open, nothing is checked.
    private static final SpellingSettings NONE = new SpellingSettings("", List.of());

    public SpellingViewModel(Session session, Spelling spelling) {
        this.session = session;
        this.spelling = spelling;
        this.reading = new Reading<>(session, settings::set);
        this.listing = new Reading<>(session, names -> languages = names);
        session.projectProperty().subscribe(project -> project.ifPresentOrElse(this::read, () -> settings.set(NONE)));
    }

    // ---- commands ----

    /// Another dictionary from now on; empty to check no longer.
    public void choose(String language) {
        change(settings.get().withLanguage(language));
    }

    /// Off, or on in the language of before.
    public void toggle() {
        choose(settings.get().language().isEmpty() ? Dictionaries.ENGLISH : "");
    }

    /// The project knows this word from now on.
    public void learn(String word) {
        var words = new TreeSet<>(settings.get().words());
        words.add(word.toLowerCase(Locale.ROOT));
        change(new SpellingSettings(settings.get().language(), List.copyOf(words)));
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<SpellingSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Those that can be chosen.
    public List<String> languages() {
        return languages;
    }

    /// Looks through a part of a text, away from the screen.
    public Work<List<Spelling.Misspelt>> check(String text, int from, int to) {
        SpellingSettings now = settings.get();
        Set<String> own = Set.copyOf(now.words());
        return _ -> now.language().isEmpty()
                ? List.of()
                : spelling.misspelt(text, from, to, now.language(), own);
    }

    /// Asks what might have been meant; `then` hears it on the screen thread.
    public void suggest(String word, Consumer<List<String>> then) {
        String language = settings.get().language();
        new Reading<>(session, then).start(_ -> spelling.suggestions(word, language));
    }

    // ---- what happens ----

    private void read(Project project) {
        reading.start(_ -> project.settings().spelling());
        listing.start(_ -> spelling.languages());
    }

    private void change(SpellingSettings wanted) {
        settings.set(wanted);
        if (session.writable().get()) {
            session.projectProperty().get().ifPresent(project -> reading.start(_ -> written(project, wanted)));
        }
    }

    private static SpellingSettings written(Project project, SpellingSettings wanted) throws IOException {
        project.save(project.settings().withSpelling(wanted));
        return wanted;
    }
}
