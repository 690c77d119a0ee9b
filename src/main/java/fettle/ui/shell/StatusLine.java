package fettle.ui.shell;

import fettle.job.JobState;
import fettle.ui.session.Words;
import java.util.List;
import java.util.Optional;

/// What the status bar says about running work.
///
/// @param jobId the job that Stop stops; 0 without one
/// @param title what runs, or that nothing does
/// @param note how far it is: "step 223 of 360"
/// @param progress 0..1, or -1 while the end is not known
/// @param left time left; empty while it is not known
/// @param running whether there is work
record StatusLine(long jobId, String title, String note, double progress, String left, boolean running) {

    static final StatusLine IDLE = new StatusLine(0, "No work is running", "", 0, "", false);

    /// The newest running job; the others are counted in the note.
    static StatusLine of(List<JobState> jobs, long nowMillis) {
        List<JobState> running = jobs.stream().filter(JobState::running).toList();
        if (running.isEmpty()) {
            return IDLE;
        }
        JobState job = running.getFirst();
        String note = job.total() > 0
                ? "%s of %s".formatted(Words.number(job.done()), Words.number(job.total()))
                : job.note();
        if (running.size() > 1) {
            note += (note.isEmpty() ? "" : " · ") + "and " + (running.size() - 1) + " more";
        }
        double progress = job.total() > 0 ? Math.clamp((double) job.done() / job.total(), 0, 1) : -1;
        Optional<Long> left = job.secondsLeft(nowMillis);
        return new StatusLine(job.id(), job.title(), note, progress, left.map(Words::left).orElse(""), true);
    }
}
