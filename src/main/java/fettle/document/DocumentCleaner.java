package fettle.document;

import fettle.document.DocumentStore.Delivered;
import fettle.document.clean.Cleaned;
import fettle.document.clean.Cleaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cleans the documents of one source and counts what each rule did.
final class DocumentCleaner {

    private final Cleaning cleaning;
    private final List<Delivered> delivered = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /// @param switches whether a rule is on, by its id
    DocumentCleaner(Map<String, Boolean> switches) {
        cleaning = Cleaning.with(switches);
    }

    /// `document` with its text as it was read.
    void add(Document document) {
        Cleaned cleaned = cleaning.clean(document.text(), document.kind().layout());
        cleaned.counts().forEach((rule, count) -> places.merge(rule, count, Integer::sum));
        delivered.add(new Delivered(document.withText(cleaned.text()), document.text()));
    }

    List<Delivered> delivered() {
        return delivered;
    }

    /// Places that each rule changed or pointed out, by its id, in the order of the rules.
    Map<String, Integer> counts() {
        var ordered = new LinkedHashMap<String, Integer>();
        Cleaning.RULES.forEach(rule -> {
            if (places.containsKey(rule.id())) {
                ordered.put(rule.id(), places.getOrDefault(rule.id(), 0));
            }
        });
        return ordered;
    }
}
