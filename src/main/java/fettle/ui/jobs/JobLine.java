package fettle.ui.jobs;

import fettle.job.JobState;
import fettle.job.Outcome;
import fettle.ui.control.Problem;
import fettle.ui.session.Words;

/// A job as its line shows it.
///
/// @param sentence how far it is, or how it ended
/// @param next what to do after a failure; empty for nothing
/// @param share 0..1; -1 while not known
/// @param details for "Copy details" after a bug; empty otherwise
record JobLine(long id, String title, Kind kind, String sentence, String next, double share, String details) {

    enum Kind {
        RUNNING, DONE, STOPPED, FAILED
    }

    static JobLine of(JobState state, long nowMillis) {
        long took = state.endedMillis().orElse(nowMillis) - state.startedMillis();
        if (state.ending().isEmpty()) {
            return running(state, nowMillis);
        }
        return switch (state.ending().get()) {
            case Outcome.Done<?> _ -> line(state, Kind.DONE, "Took " + Words.duration(took) + ".");
            case Outcome.Stopped<?> _ -> line(state, Kind.STOPPED,
                    "Stopped after " + Words.duration(took) + ". What was finished is kept.");
            case Outcome.Failed<?>(var cause) -> {
                Problem problem = Problem.of(cause);
                yield new JobLine(state.id(), state.title(), Kind.FAILED, problem.sentence(), problem.next(), -1,
                        problem.details());
            }
        };
    }

    private static JobLine running(JobState state, long nowMillis) {
        boolean known = state.total() > 0;
        String far = known
                ? "%s of %s".formatted(Words.number(state.done()), Words.number(state.total()))
                : state.done() > 0 ? Words.number(state.done()) + " done" : "Begun";
        String left = state.secondsLeft(nowMillis).map(seconds -> ", " + Words.left(seconds)).orElse("");
        String note = state.note().isEmpty() ? "" : " · " + state.note().replace('\n', ' ');
        return new JobLine(state.id(), state.title(), Kind.RUNNING, far + left + note, "",
                known ? (double) state.done() / state.total() : -1, "");
    }

    private static JobLine line(JobState state, Kind kind, String sentence) {
        return new JobLine(state.id(), state.title(), kind, sentence, "", -1, "");
    }
}
