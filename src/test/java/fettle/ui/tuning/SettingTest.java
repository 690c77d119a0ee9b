package fettle.ui.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fettle.tuning.Recipe;
import fettle.tuning.Tuning;
import fettle.tuning.TuningStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingTest {

    @Test
    void theFormGivesBackTheRecipeThatItWasFilledWith() {
        var recipe = new Recipe(2.5, 40, 4, 2, 3e-5, "linear", 5, 0.1, 0.02, 0.5, 0.8, 0.99, 1e-7, 256, false, 10, 20,
                2, 3, 11);
        var form = new RecipeForm();

        form.fill(recipe);

        assertEquals(Optional.of(recipe), form.recipe());
    }

    @Test
    void theUsualValuesAreComplete() {
        assertEquals(Optional.of(Recipe.DEFAULT), new RecipeForm().recipe());
    }

    @Test
    void aFieldThatCannotBeReadSaysWhatItExpects() {
        var form = new RecipeForm();

        form.text(Setting.RATE).set("fast");

        assertFalse(form.complete().get());
        assertEquals("A number above 0, such as " + Setting.RATE.of(Recipe.DEFAULT) + ".",
                form.problem(Setting.RATE).getValue());
        assertEquals(Optional.empty(), form.recipe());
    }

    @Test
    void onlyWhatDiffersIsShown() {
        Tuning before = TuningPicturesTest.tuning("t1", 1e-4, TuningStatus.SUCCEEDED, Optional.empty());
        Tuning now = TuningPicturesTest.tuning("t2", 2e-4, TuningStatus.SUCCEEDED, Optional.empty());

        assertEquals(List.of(new Difference("learning rate", "0.0001", "0.0002")), Difference.between(before, now));
        assertEquals(List.of(), Difference.between(now, now));
    }
}
