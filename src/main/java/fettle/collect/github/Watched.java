package fettle.collect.github;

import fettle.job.Progress;

/// Progress that remembers how far it is, so that a note alone can be told.
final class Watched implements Progress {

    private final Progress progress;
    private volatile long done;
    private volatile long total;

    Watched(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void report(long nowDone, long nowTotal, String note) {
        done = nowDone;
        total = nowTotal;
        progress.report(nowDone, nowTotal, note);
    }

    void note(String note) {
        progress.report(done, total, note);
    }

    @Override
    public void stopIfCancelled() throws InterruptedException {
        progress.stopIfCancelled();
    }
}
