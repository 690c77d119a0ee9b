package fettle.project.example;

import fettle.project.example.RowTable.Update;
import java.io.IOException;
import java.util.function.Function;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The columns and their locks: one saves at a time; whoever reads waits only while arrays are being changed, never for
/// the disk.
final class Shelf {

    final Columns columns = new Columns();
    final Duplicates duplicates = new Duplicates(columns);
    private final ReentrantReadWriteLock arrays = new ReentrantReadWriteLock();
    private final ReentrantLock saving = new ReentrantLock(true);
    private final AtomicLong version = new AtomicLong();

    /// Saves something.
    @FunctionalInterface
    interface Saving {

        void run() throws IOException;
    }

    /// Looks at the columns, and may fail.
    @FunctionalInterface
    interface Look<T> {

        T at(Columns columns) throws IOException;
    }

    /// Runs a save; no other runs meanwhile. The columns are as the disk is.
    void save(Saving change) throws IOException {
        saving.lock();
        try {
            change.run();
        } finally {
            saving.unlock();
        }
    }

    /// Another number after each change of the arrays.
    long version() {
        return version.get();
    }

    /// Changes the arrays. Only within [#save], when the change is safe.
    void change(Update update) {
        arrays.writeLock().lock();
        try {
            update.on(columns, duplicates);
        } finally {
            version.incrementAndGet();
            arrays.writeLock().unlock();
        }
    }

    /// Fills the arrays anew.
    void exchange(Saving load) throws IOException {
        saving.lock();
        arrays.writeLock().lock();
        try {
            load.run();
        } finally {
            version.incrementAndGet();
            arrays.writeLock().unlock();
            saving.unlock();
        }
    }

    <T> T read(Function<Columns, T> look) {
        arrays.readLock().lock();
        try {
            return look.apply(columns);
        } finally {
            arrays.readLock().unlock();
        }
    }

    /// Looks while the duplicates are up to date.
    <T> T readWithDuplicates(Look<T> look) throws IOException {
        while (true) {
            arrays.readLock().lock();
            try {
                if (!duplicates.isStale()) {
                    return look.at(columns);
                }
            } finally {
                arrays.readLock().unlock();
            }
            change((_, stale) -> stale.refresh());
        }
    }
}
