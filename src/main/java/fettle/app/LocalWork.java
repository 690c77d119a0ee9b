package fettle.app;

import fettle.dataset.DatasetCard;
import fettle.dataset.Export;
import fettle.dataset.ExportDataset;
import fettle.dataset.Format;
import fettle.example.ExampleQuery;
import fettle.job.Work;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.model.Registry;
import fettle.model.TuneModel;
import fettle.model.TuneModel.Wish;
import fettle.model.Workshop;
import fettle.project.Project;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningEvent;
import fettle.ui.dataset.DatasetWork;
import fettle.ui.model.ModelWork;
import fettle.ui.tuning.TuningWork;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The work of the later screens, with this machine's engine, registry and disk.
final class LocalWork implements DatasetWork, TuningWork, ModelWork {

    private final Wiring wiring;

    LocalWork(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Work<Export> export(Project project, Format format, Path folder) {
        return new ExportDataset(project.examples(), ExampleQuery.KEPT, format, wiring.files(folder),
                new DatasetCard(project.name(), "", System.currentTimeMillis()));
    }

    @Override
    public Work<Tuning> begin(Project project, String base, Recipe recipe, Consumer<TuningEvent> events) {
        return tune(project, new Wish.Begin(base, recipe), events);
    }

    @Override
    public Work<Tuning> resume(Project project, Tuning tuning, Consumer<TuningEvent> events) {
        return tune(project, new Wish.Resume(tuning.id()), events);
    }

    private Work<Tuning> tune(Project project, Wish wish, Consumer<TuningEvent> events) {
        var workshop = new Workshop(project.name(), project.folder().resolve("models"), project.releases(),
                project.tunings());
        return new TuneModel(workshop, wiring.registry(), wiring.tuner(), wish, events);
    }

    @Override
    public Registry registry() {
        return wiring.registry();
    }

    @Override
    public ModelRunner runner() {
        return wiring.runner();
    }

    @Override
    public Work<Path> export(Model model, Path folder) {
        return _ -> {
            wiring.copyModel(model, folder);
            return folder;
        };
    }
}
