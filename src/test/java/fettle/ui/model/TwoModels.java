package fettle.ui.model;

import fettle.example.ChatModel.Reply;
import fettle.example.ChatModel.Request;
import fettle.job.Work;
import fettle.model.Lineage;
import fettle.model.Model;
import fettle.model.ModelRunner;
import fettle.model.Registry;
import fettle.tuning.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A base and a model tuned from it, which answer at once.
final class TwoModels implements ModelWork, Registry, ModelRunner {

    final List<Model> models = new ArrayList<>();
    final AtomicInteger loads = new AtomicInteger();
    final AtomicInteger closes = new AtomicInteger();

    TwoModels() {
        models.add(new Model("fettle-base", Path.of("/home/me/.fettle/models/fettle-base"), Optional.empty(), 0));
        var line = new Lineage("fettle-base", "t1", "near-contracts", "v1", "ab12", 120, Recipe.DEFAULT, 0.412, 0.573);
        models.add(new Model("near-contracts-t1", Path.of("/home/me/near-contracts/models/near-contracts-t1"),
                Optional.of(line), System.currentTimeMillis() - 3_600_000));
    }

    @Override
    public Registry registry() {
        return this;
    }

    @Override
    public ModelRunner runner() {
        return this;
    }

    @Override
    public Work<Path> export(Model model, Path folder) {
        return _ -> folder;
    }

    @Override
    public List<Model> models() {
        return List.copyOf(models);
    }

    @Override
    public Optional<Model> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    @Override
    public Model add(Path folder) {
        var model = new Model(folder.getFileName().toString(), folder, Optional.empty(), 1);
        models.add(model);
        return model;
    }

    @Override
    public void enter(Model model) {
        models.add(model);
    }

    @Override
    public void delete(String id) {
        models.removeIf(model -> model.id().equals(id));
    }

    @Override
    public Loaded load(Model model) {
        loads.incrementAndGet();
        return new Loaded() {
            @Override
            public String name() {
                return model.id();
            }

            @Override
            public Reply complete(Request request, Consumer<String> onText) {
                String text = model.tuned()
                        ? "One yocto is the smallest part of a coin. Attaching it proves that the caller holds a full"
                                + " key, so a limited key cannot move tokens."
                        : "The yocto is a unit of the yocto, and it is attached to the transaction because the";
                onText.accept(text.substring(0, 20));
                onText.accept(text.substring(20));
                return new Reply(text, 9, 31, model.tuned() ? "stop" : "length");
            }

            @Override
            public void close() {
                closes.incrementAndGet();
            }
        };
    }
}
