package fettle.collect.git;

import fettle.job.Progress;
import org.eclipse.jgit.lib.ProgressMonitor;

/// Git's progress as ours.
final class Monitor implements ProgressMonitor {

    private final Progress progress;
    private String task = "";
    private int total;
    private int done;

    Monitor(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void start(int totalTasks) {
        // tasks are told one by one
    }

    @Override
    public void beginTask(String title, int totalWork) {
        task = title;
        total = totalWork;
        done = 0;
        progress.report(0, total, task);
    }

    @Override
    public void update(int completed) {
        done += completed;
        progress.report(done, total, task);
    }

    @Override
    public void endTask() {
        // the next one tells itself
    }

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void showDuration(boolean enabled) {
        // how long it takes is shown for the job as a whole
    }
}
