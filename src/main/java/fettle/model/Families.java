package fettle.model;

import fettle.job.ExpectedException;
import fettle.token.Encoding;
import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningStore;
import fettle.tuning.supervision.Family;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The families that rows can be looked at with: the models of this machine, hosted ones and well-known open templates.
public final class Families {

    /// Tokens that hosted models take in training when nothing else is known.
    private static final int USUAL_LIMIT = 65_536;

    private final Registry registry;
    private final Opener opener;

    /// Reads the tokenizer and the chat template of a local model; an engine does.
    @FunctionalInterface
    public interface Opener {

        /// The family under a recipe: its limit is the lower of the recipe's and the model's. Throws an
        /// [ExpectedException] when the model cannot be read.
        Family.Local open(Model model, Recipe recipe) throws IOException;
    }

    /// One that can be chosen.
    ///
    /// @param id as [Families#open] takes it
    /// @param local whether it is a model of this machine, whose tokens are exact
    public record Choice(String id, String name, boolean local) {}

    public Families(Registry registry, Opener opener) {
        this.registry = registry;
        this.opener = opener;
    }

    /// All, those of this machine first.
    public List<Choice> all() throws IOException {
        var all = new ArrayList<Choice>();
        for (Model model : registry.models()) {
            all.add(new Choice(model.id(), model.id(), true));
        }
        Family.known().forEach(family -> all.add(new Choice(family.id(), family.name(), false)));
        return List.copyOf(all);
    }

    /// The family of a local model, of a known family's id, of one of OpenAI's models or of an encoding. A local model is
    /// taken under the recipe of its newest tuning in `tunings`, or the usual one. Throws an [ExpectedException] of kind
    /// "no-such-family" when the name says nothing.
    public Family open(String id, TuningStore tunings) throws IOException {
        Optional<Model> model = registry.find(id);
        if (model.isPresent()) {
            return opener.open(model.get(), recipe(id, tunings));
        }
        Optional<Family> known = Family.known().stream().filter(family -> family.id().equals(id)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Encoding> encoding = Encoding.labels().contains(id)
                ? Optional.of(Encoding.named(id))
                : Encoding.forModel(id);
        return encoding.map(found -> new Family.Hosted(id, id, found, USUAL_LIMIT))
                .orElseThrow(() -> new ExpectedException("no-such-family",
                        "It is not known how " + id + " writes a conversation down.",
                        "Name a model of this machine, one of OpenAI's, or one of " + String.join(", ",
                                Family.known().stream().map(Family::id).toList()) + "."));
    }

    private static Recipe recipe(String base, TuningStore tunings) throws IOException {
        return tunings.tunings().stream().filter(tuning -> tuning.base().equals(base)).map(Tuning::recipe).findFirst()
                .orElse(Recipe.DEFAULT);
    }
}
