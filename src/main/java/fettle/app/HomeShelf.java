package fettle.app;

import fettle.job.Progress;
import fettle.project.HomeSettingsFile;
import fettle.project.Project;
import fettle.project.Projects;
import fettle.ui.start.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The projects that this person had open, as the settings in FETTLE_HOME have them.
final class HomeShelf implements Shelf {

    private static final int SHOWN = 6;

    private final Projects projects;
    private final SampleCopy sample;
    private final HomeSettingsFile settings;
    private final Path fettleHome;
    private final Path userHome;

    /// Opens the person's copy of the sample below FETTLE_HOME; makes it on the first call.
    @FunctionalInterface
    interface SampleCopy {

        Project open(Path home, Progress progress) throws Exception;
    }

    HomeShelf(Projects projects, SampleCopy sample, HomeSettingsFile settings, Path fettleHome, Path userHome) {
        this.projects = projects;
        this.sample = sample;
        this.settings = settings;
        this.fettleHome = fettleHome;
        this.userHome = userHome;
    }

    @Override
    public List<Recent> recent() throws IOException {
        var found = new ArrayList<Recent>();
        for (Path folder : settings.read().recent()) {
            if (found.size() < SHOWN && isProject(folder)) {
                found.add(new Recent(folder, String.valueOf(folder.getFileName()), "in " + shortened(folder)));
            }
        }
        return found;
    }

    @Override
    public Project open(Path folder) throws IOException {
        return remembered(projects.open(folder));
    }

    @Override
    public Project create(Path folder) throws IOException {
        return remembered(projects.create(folder));
    }

    @Override
    public Project sample(Progress progress) throws Exception {
        return remembered(sample.open(fettleHome, progress));
    }

    @Override
    public Path home() {
        return userHome.resolve("Fettle");
    }

    @Override
    public boolean isProject(Path folder) {
        return Projects.isProject(folder);
    }

    /// A settings file that cannot be written must not keep anybody from a project.
    private Project remembered(Project project) {
        try {
            settings.change(now -> now.opened(project.folder()));
        } catch (IOException _) {
            return project;
        }
        return project;
    }

    private String shortened(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            return folder.toString();
        }
        return parent.startsWith(userHome)
                ? Path.of("~").resolve(userHome.relativize(parent)).toString()
                : parent.toString();
    }
}
