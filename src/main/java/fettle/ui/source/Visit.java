package fettle.ui.source;

import fettle.source.Source;
import fettle.source.SourceSettings;
import java.util.List;
import java.util.Optional;

/// One source that is to be read.
///
/// @param location in its canonical form
/// @param wanted what was written for it; empty to read again all that it has
/// @param settings empty for what was decided of it before
record Visit(Source.Kind kind, String location, List<String> wanted, Optional<SourceSettings> settings) {

    static Visit again(Source source) {
        return new Visit(source.kind(), source.location(), List.of(), Optional.empty());
    }

    Visit under(SourceSettings decided) {
        return new Visit(kind, location, wanted, Optional.of(decided));
    }

    String key() {
        return key(kind, location);
    }

    static String key(Source source) {
        return key(source.kind(), source.location());
    }

    static String key(Source.Kind kind, String location) {
        return kind + " " + location;
    }

    /// What is handed to the collector.
    List<String> locations() {
        return wanted.isEmpty() ? List.of(location) : wanted;
    }
}
