package fettle.ui.example.review;

import fettle.example.Example;
import fettle.project.Project;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Reads the examples around the one that is shown, so that none is waited for.
final class Loader {

    private static final int BEHIND = 1;
    private static final int AHEAD = 2;
    private static final int KEPT = 12;

    private final Session session;
    private final Reading<Read> reading;
    private final Map<Long, Example> known = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Example> eldest) {
            return size() > KEPT;
        }
    };

    private record Read(int at, Map<Long, Optional<Example>> found) {}

    /// `arrived` hears the place that was asked for.
    Loader(Session session, IntConsumer arrived) {
        this.session = session;
        this.reading = new Reading<>(session, read -> {
            read.found().forEach((id, example) -> {
                known.remove(id);
                example.ifPresent(there -> known.put(id, there));
            });
            arrived.accept(read.at());
        });
    }

    void forget() {
        known.clear();
    }

    /// The example at a place of the queue, if it was read already.
    Optional<Example> known(long[] queue, int at) {
        return at >= 0 && at < queue.length ? Optional.ofNullable(known.get(queue[at])) : Optional.empty();
    }

    /// Reads the one at this place anew, and its neighbours.
    void read(long[] queue, int at) {
        session.projectProperty().get().map(Project::examples).ifPresent(store -> reading.start(_ -> {
            var found = new HashMap<Long, Optional<Example>>();
            for (int place = Math.max(0, at - BEHIND); place <= Math.min(queue.length - 1, at + AHEAD); place++) {
                found.put(queue[place], store.find(queue[place]));
            }
            return new Read(at, found);
        }));
    }

}
