package fettle.app;

import fettle.cli.Faces;
import fettle.cli.Tools;
import fettle.collect.FolderCollector;
import fettle.collect.article.ArticlePages;
import fettle.collect.git.GitCollector;
import fettle.collect.github.GitHubAccess;
import fettle.collect.github.GitHubCollector;
import fettle.collect.github.Patience;
import fettle.collect.rows.RowFiles;
import fettle.collect.web.ArticleCollector;
import fettle.dataset.DatasetFiles;
import fettle.document.Collector;
import fettle.engine.LocalEngine;
import fettle.engine.MakeBase;
import fettle.example.RowReader;
import fettle.job.LightThreads;
import fettle.job.Work;
import fettle.engine.hf.LocalFamily;
import fettle.model.Families;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.model.Registry;
import fettle.project.FolderFiles;
import fettle.project.HomeSettingsFile;
import fettle.project.KeyFile;
import fettle.project.ModelExport;
import fettle.project.PlacesFile;
import fettle.project.Projects;
import fettle.project.RegistryFile;
import fettle.provider.EnvFile;
import fettle.provider.Providers;
import fettle.token.Encoding;
import fettle.tuning.Tuner;
import fettle.ui.example.PlaceShelf;
import fettle.ui.start.Shelf;
import fettle.web.NetworkLog;
import fettle.web.Web;
import fettle.web.WebTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes everything, once, when it is first needed: a command that lists rows loads neither the network nor the engine.
public final class Wiring implements Tools {

    private final Map<String, String> environment;
    private final Path home;
    private final Projects projects = new Projects(Encoding.DEFAULT);
    private final Registry registry;
    private final NetworkLog networkLog = new NetworkLog();
    private @Nullable Web web;
    private boolean offline;

    /// `environment` is that of the process.
    public Wiring(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.home = HomeFolder.of(environment, System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", "")));
        this.registry = new RegistryFile(home);
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Projects projects() {
        return projects;
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public Families families() {
        return new Families(registry, LocalFamily::open);
    }

    @Override
    public ModelRunner runner() {
        return engine();
    }

    @Override
    public Tuner tuner() {
        return engine();
    }

    @Override
    public Work<Path> makeBase(Path recipe, Path output) {
        return new MakeBase(engine(), recipe, home.resolve("making"), output);
    }

    private LocalEngine engine() {
        return new LocalEngine(home.resolve("logs"));
    }

    @Override
    public void copyModel(Model model, Path folder) throws IOException, InterruptedException {
        ModelExport.copy(model, folder);
    }

    @Override
    public List<Collector> collectors() {
        return collectors(Patience.COMMAND);
    }

    /// The more particular ones first: each place is read by the first that knows it.
    private List<Collector> collectors(Patience patience) {
        var github = new GitHubCollector(this::web, () -> GitHubAccess.of(environment, keys()::find), patience);
        var git = new GitCollector(this::web, home.resolve("cache").resolve("git"), keys()::find);
        return List.of(github, git, new ArticleCollector(this::web), new FolderCollector());
    }

    @Override
    public DatasetFiles files(Path folder) {
        return new FolderFiles(folder);
    }

    @Override
    public KeyFile keys() {
        return new KeyFile(home);
    }

    @Override
    public RowReader rows() {
        return new RowFiles();
    }

    @Override
    public Providers providers(Optional<Path> folder) throws IOException {
        var all = new HashMap<String, String>();
        if (folder.isPresent()) {
            all.putAll(EnvFile.read(folder.get().resolve(".env")));
        }
        String address = settings().read().provider().baseUrl();
        if (!address.isEmpty()) {
            all.put("OPENAI_BASE_URL", address);
        }
        all.putAll(environment); // the environment wins
        return new Providers(this::web, all, keys()::find);
    }

    /// The one way out.
    synchronized Web web() {
        Web made = web;
        if (made == null) {
            made = new Web(WebTimes.of(environment), LightThreads.executor("net"), networkLog);
            made.setOffline(offline);
            web = made;
        }
        return made;
    }

    /// Whether calls that would leave this machine are refused from now on.
    synchronized void setOffline(boolean nowOffline) {
        offline = nowOffline;
        if (web != null) {
            web.setOffline(nowOffline);
        }
    }

    /// What went out so far.
    NetworkLog networkLog() {
        return networkLog;
    }

    /// The provider that the settings set up.
    HomeProvider provider() {
        return new HomeProvider(this);
    }

    @Override
    public Faces faces() {
        return new Desktop(this);
    }

    /// The projects that this person had open, and the sample.
    Shelf shelf() {
        return new HomeShelf(projects, new Sample(projects, new FolderCollector(), rows())::open, settings(), home,
                Path.of(System.getProperty("user.home", "")));
    }

    /// Where the person stood in each project.
    PlaceShelf places() {
        return new HomePlaces(new PlacesFile(home));
    }

    /// How the person likes Fettle.
    HomeSettingsFile settings() {
        return new HomeSettingsFile(home);
    }

    /// What the first screens start.
    PathWork pathWork() {
        return new PathWork(collectors(Patience.WINDOW), rows(), new ArticlePages(),
                new TokenPlace(environment, keys()));
    }
}
