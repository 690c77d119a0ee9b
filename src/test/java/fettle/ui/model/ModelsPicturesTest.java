package fettle.ui.model;

import fettle.ui.Drawing;
import fettle.ui.MemoryProject;
import fettle.ui.NoChooser;
import fettle.ui.session.Place;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class ModelsPicturesTest {

    @Test
    void drawsTheRegistryAndTheChat() throws Exception {
        Drawing drawing = Drawing.of(new MemoryProject(), Place.MODELS, (session, overlay) -> new ModelsScreen(session,
                overlay, new TwoModels(), new NoChooser(), Platform::runLater));
        drawing.shows("#delete-model").pictures("models-registry");
        drawing.then(() -> drawing.session.show(Place.MODELS, "near-contracts-t1")).shows("#prompt").then(() -> {
            ((TextArea) drawing.scene().lookup("#prompt")).setText("What is a yocto and why attach one?");
            ((Button) drawing.scene().lookup("#send")).fire();
        }).when(() -> drawing.scene().lookup("#make-example-right") instanceof Button button && button.isVisible()
                && drawing.scene().lookup("#make-example-left").isVisible()).pictures("models-chat");
    }

    @Test
    void drawsTheEmptyScreen() throws Exception {
        var none = new TwoModels();
        none.models.clear();
        Drawing.of(new MemoryProject(), Place.MODELS, (session, overlay) -> new ModelsScreen(session, overlay, none,
                new NoChooser(), Platform::runLater)).shows("#add-first-model").pictures("models-empty");
    }
}
