package fettle.ui.tuning;

import fettle.tuning.Recipe;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// A recipe while it is written: a text per setting, each with what is wrong about it.
final class RecipeForm {

    private final Map<Setting, StringProperty> texts = new EnumMap<>(Setting.class);
    private final BooleanBinding complete;

    RecipeForm() {
        for (Setting setting : Setting.values()) {
            texts.put(setting, new SimpleStringProperty(setting.of(Recipe.DEFAULT)));
        }
        complete = Bindings.createBooleanBinding(
                () -> texts.entrySet().stream()
                        .allMatch(entry -> entry.getKey().problem(entry.getValue().get()).isEmpty()),
                texts.values().toArray(Observable[]::new));
    }

    StringProperty text(Setting setting) {
        StringProperty text = texts.get(setting);
        if (text == null) {
            throw new IllegalStateException("no field for " + setting);
        }
        return text;
    }

    /// What is wrong, as a sentence; empty when nothing is.
    ObservableValue<String> problem(Setting setting) {
        return text(setting).map(text -> setting.problem(text).orElse(""));
    }

    /// Whether every setting can be read.
    BooleanBinding complete() {
        return complete;
    }

    void fill(Recipe recipe) {
        texts.forEach((setting, text) -> text.set(setting.of(recipe)));
    }

    /// Empty while something is wrong.
    Optional<Recipe> recipe() {
        if (!complete.get()) {
            return Optional.empty();
        }
        return Optional.of(new Recipe(number(Setting.EPOCHS), whole(Setting.STEPS), whole(Setting.BATCH),
                whole(Setting.ACCUMULATE), number(Setting.RATE), word(Setting.SCHEDULE), whole(Setting.WARMUP),
                number(Setting.WARMUP_SHARE), number(Setting.DECAY), number(Setting.CLIP), number(Setting.BETA1),
                number(Setting.BETA2), number(Setting.EPSILON), whole(Setting.LENGTH),
                word(Setting.ASSISTANT).equals("yes"), whole(Setting.EVALUATE), whole(Setting.SAVE),
                whole(Setting.LOG), whole(Setting.KEEP), whole(Setting.SEED)));
    }

    private double number(Setting setting) {
        return Double.parseDouble(word(setting));
    }

    private int whole(Setting setting) {
        return Integer.parseInt(word(setting));
    }

    private String word(Setting setting) {
        return text(setting).get().strip().toLowerCase(java.util.Locale.ROOT);
    }
}
