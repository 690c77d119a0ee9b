package fettle.ui.source;

import fettle.source.Source;
import fettle.source.SourceSettings;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import fettle.ui.session.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is asked before sources are added: addresses, each told what it is while it is written, and which paths.
final class AddViewModel {

    private final SourcesViewModel model;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty include = new SimpleStringProperty("");
    private final StringProperty exclude = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Address>> addresses = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Access>> access = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Reading<List<Address>> recognising;

    /// `lines` are written already.
    AddViewModel(SourcesViewModel model, String lines) {
        this.model = model;
        this.recognising = new Reading<>(model.session(), addresses::set);
        text.subscribe(this::recognise);
        text.set(lines);
        new Reading<Access>(model.session(), found -> access.set(Optional.of(found))).start(model.intake().access());
    }

    // ---- commands ----

    /// Reads what can be read now, a job for each source, one after the other; what cannot is left.
    void add() {
        model.read(visits());
        List<Path> files = addresses.get().stream().filter(AddViewModel::holdsRows)
                .map(address -> Path.of(address.location())).toList();
        if (!files.isEmpty()) {
            model.imports().open(files);
        }
    }

    /// Lets the person choose a folder, and reads it.
    void chooseFolder() {
        model.addFolder();
    }

    /// Lets the person choose files, and brings them in.
    void chooseFiles() {
        model.addFiles();
    }

    private void recognise(String written) {
        List<String> lines = lines(written);
        if (lines.isEmpty()) {
            addresses.set(List.of());
        }
        recognising.start(model.intake().recognise(lines));
    }

    // ---- properties ----

    /// The addresses, one a line.
    StringProperty textProperty() {
        return text;
    }

    /// Patterns of paths, with blanks or commas between.
    StringProperty includeProperty() {
        return include;
    }

    StringProperty excludeProperty() {
        return exclude;
    }

    ReadOnlyObjectProperty<List<Address>> addressesProperty() {
        return addresses.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Access>> accessProperty() {
        return access.getReadOnlyProperty();
    }

    Session session() {
        return model.session();
    }

    /// What one line is, for the person.
    String words(Address address) {
        if (!address.problem().isEmpty()) {
            return address.problem();
        }
        Source.Kind kind = address.kind().orElseThrow();
        String what = switch (kind) {
            case GITHUB -> "GitHub repository " + SourceWords.title(kind, address.location());
            case GIT -> "git repository, by git";
            case ARTICLES -> address.location().equals(SourceWords.ARTICLES)
                    ? "page of " + SourceWords.host(address.text())
                    : "site map of " + SourceWords.host(address.location());
            case FOLDER -> "on this disk";
            case EXAMPLES -> "file of rows";
        };
        if (waits(address)) {
            return what + " · not while Fettle is offline";
        }
        return isKnown(address) ? what + " · is here already and will be read again" : what;
    }

    /// Whether it has to wait until the network may be used.
    boolean waits(Address address) {
        return model.session().offlineProperty().get() && address.leaves();
    }

    private boolean isKnown(Address address) {
        return !address.location().equals(SourceWords.ARTICLES) && model.rows().stream()
                .anyMatch(row -> row.source().isPresent() && row.location().equals(address.location()));
    }

    boolean canAdd() {
        return addresses.get().stream().anyMatch(address -> address.usable() && !waits(address));
    }

    /// "Add 2 repositories and 3 pages".
    String act() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Address address : addresses.get()) {
            if (address.usable() && !waits(address)) {
                counts.merge(noun(address), 1, Integer::sum);
            }
        }
        var parts = new ArrayList<String>();
        counts.forEach((noun, count) -> parts.add(Words.count(count, noun, plural(noun))));
        return parts.isEmpty() ? "Add" : "Add " + joined(parts);
    }

    private static String noun(Address address) {
        return switch (address.kind().orElseThrow()) {
            case GITHUB, GIT -> "repository";
            case ARTICLES -> address.location().equals(SourceWords.ARTICLES) ? "page" : "site map";
            case FOLDER -> "folder or file";
            case EXAMPLES -> "file of rows";
        };
    }

    private static String plural(String noun) {
        return switch (noun) {
            case "repository" -> "repositories";
            case "folder or file" -> "folders or files";
            case "file of rows" -> "files of rows";
            default -> noun + "s";
        };
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    // ---- what is read ----

    /// The pages that were named one by one are one visit.
    List<Visit> visits() {
        Map<String, Visit> visits = new LinkedHashMap<>();
        for (Address address : addresses.get()) {
            if (address.usable() && !waits(address) && !holdsRows(address)) {
                Source.Kind kind = address.kind().orElseThrow();
                visits.merge(Visit.key(kind, address.location()), new Visit(kind, address.location(),
                        List.of(address.text()), settings(address.location())), AddViewModel::both);
            }
        }
        return List.copyOf(visits.values());
    }

    private static boolean holdsRows(Address address) {
        return address.usable() && address.kind().equals(Optional.of(Source.Kind.EXAMPLES));
    }

    private static Visit both(Visit one, Visit other) {
        var wanted = new ArrayList<>(one.wanted());
        wanted.addAll(other.wanted());
        return new Visit(one.kind(), one.location(), List.copyOf(wanted), one.settings());
    }

    /// Patterns are for repositories, site maps and folders; without any, what was decided before stays.
    private Optional<SourceSettings> settings(String location) {
        List<String> takes = patterns(include.get());
        List<String> leaves = patterns(exclude.get());
        if ((takes.isEmpty() && leaves.isEmpty()) || location.equals(SourceWords.ARTICLES)) {
            return Optional.empty();
        }
        return Optional.of(SourceSettings.USUAL.withGlobs(takes, leaves));
    }

    private static List<String> patterns(String written) {
        return List.of(written.split("[\\s,]+")).stream().filter(glob -> !glob.isEmpty()).toList();
    }

    private static List<String> lines(String written) {
        return written.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }
}
