package fettle.engine.hf;

import fettle.model.Model;
import fettle.tuning.Recipe;
import fettle.tuning.supervision.Family;
import java.io.IOException;

/// How a model of this machine sees a row, from the files that the trainer reads.
public final class LocalFamily {

    private LocalFamily() {}

    /// The model under a recipe. Throws "bad-model" with a sentence when it cannot be read.
    public static Family.Local open(Model model, Recipe recipe) throws IOException {
        ModelFolder folder = ModelFolder.open(model.folder());
        int limit = Math.min(recipe.maxLength(), folder.config().positions());
        return new Family.Local(model.id(), model.id(), folder.chat(), folder.tokenizer(), limit,
                recipe.assistantOnlyLoss());
    }
}
