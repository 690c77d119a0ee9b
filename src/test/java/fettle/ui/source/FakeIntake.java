package fettle.ui.source;

import fettle.job.ExpectedException;
import fettle.job.Work;
import fettle.project.Project;
import fettle.source.Source;
import fettle.source.SourceSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Reads what the test says that a place holds.
final class FakeIntake implements Intake {

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final Map<String, Work<Source>> places = new HashMap<>();
    final Map<String, Integer> changed = new HashMap<>();
    Access access = new Access("api.github.com", Access.From.NONE, "");

    /// A place that waits until it is let go, and says where it is.
    static Work<Source> slow(String note, CountDownLatch go) {
        return progress -> {
            progress.report(12, 65, note);
            go.await();
            throw new ExpectedException("gone", "It is gone.", "");
        };
    }

    static Work<Source> failing(String sentence, String next) {
        return _ -> {
            throw new ExpectedException("test", sentence, next);
        };
    }

    @Override
    public Work<Source> documents(Project project, List<String> locations, Optional<SourceSettings> settings) {
        asked.add("read " + String.join(" ", locations) + settings.map(it -> " only " + it.include()).orElse(""));
        String first = locations.getFirst();
        return places.getOrDefault(first, _ -> project.documents().replace(kind(first), location(first), List.of(),
                List.of()));
    }

    @Override
    public Work<Integer> changes(Project project, Source source) {
        return _ -> changed.getOrDefault(source.location(), 0);
    }

    @Override
    public Work<Source> clean(Project project, Source source, SourceSettings settings) {
        asked.add("clean " + source.location() + " " + settings.cleaning());
        return _ -> {
            project.sources().decide(source.id(), settings);
            return source;
        };
    }

    @Override
    public Work<List<Address>> recognise(List<String> lines) {
        return _ -> lines.stream().map(line -> line.startsWith("ftp:")
                ? new Address(line, Optional.empty(), "", "Fettle does not know this kind of address.")
                : new Address(line, Optional.of(kind(line)), location(line), "")).toList();
    }

    private static Source.Kind kind(String line) {
        return line.startsWith("github:")
                ? Source.Kind.GITHUB
                : line.startsWith("http") || line.equals("articles") ? Source.Kind.ARTICLES : Source.Kind.FOLDER;
    }

    private static String location(String line) {
        return line.startsWith("http") ? "articles" : line;
    }

    @Override
    public Work<Access> access() {
        return _ -> access;
    }

}
