package fettle.collect.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// Git without what this machine or this person has set up for it: what `~/.gitconfig` says of proxies, cookies, other
/// addresses and filters must not change what a project gets.
final class Alone extends SystemReader.Delegate {

    private Alone(SystemReader usual) {
        super(usual);
    }

    /// For the whole program; nothing else in it uses git.
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof Alone)) {
            SystemReader.setInstance(new Alone(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String name) {
        return name.startsWith("GIT_") ? null : super.getenv(name);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    /// A file of settings that is never there, nor written.
    private static final class Empty extends FileBasedConfig {

        Empty(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is nothing to load
        }

        @Override
        public void save() {
            // what is learned of the disk is learned anew
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
