package fettle.ui.model;

import fettle.ui.control.Buttons;
import fettle.ui.control.Card;
import fettle.ui.control.EmptyState;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Segmented;
import fettle.ui.control.Skeleton;
import fettle.ui.session.Chooser;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Draws the models screen.
final class ModelsView {

    private final ModelsViewModel model;
    private final RegistryView registry;
    private final ChatView chat;
    private final StackPane middle = new StackPane();
    private final VBox root;

    ModelsView(ModelsViewModel model, Overlay overlay, Chooser chooser) {
        this.model = model;
        registry = new RegistryView(model, overlay, chooser);
        chat = new ChatView(model, overlay);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root = new VBox(head(overlay), middle);
        root.setId("screen-models");
        model.partProperty().subscribe(_ -> show());
        model.loadedProperty().subscribe(_ -> show());
        model.models().subscribe(this::show);
    }

    VBox root() {
        return root;
    }

    void focus() {
        if (model.partProperty().get() == ModelsViewModel.Part.CHAT) {
            chat.focus();
        }
    }

    private Node head(Overlay overlay) {
        var parts = new Segmented<>("part", List.of(ModelsViewModel.Part.values()),
                part -> part == ModelsViewModel.Part.CHAT ? "Chat" : "Registry", model.partProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button settings = Buttons.secondary("chat-settings", "", Feather.SLIDERS,
                () -> ChatSheet.show(model, overlay));
        settings.textProperty().bind(model.settingsProperty().map(ChatSettings::words));
        Button add = Buttons.primary("add-model", "Add a model…", Feather.PLUS, registry::add);
        model.partProperty().subscribe(part -> {
            only(settings, part == ModelsViewModel.Part.CHAT);
            only(add, part == ModelsViewModel.Part.REGISTRY);
        });
        var head = new HBox(Labels.whole("Models", "t-title"), parts.root(), gap, settings, registry.toggle(), add);
        head.getStyleClass().addAll("screen-head", "ruled");
        return head;
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void show() {
        Node shown = !model.loadedProperty().get()
                ? Card.of(Skeleton.rows(5))
                : model.models().isEmpty()
                        ? empty()
                        : model.partProperty().get() == ModelsViewModel.Part.CHAT ? chat.root() : registry.root();
        if (!middle.getChildren().equals(List.of(shown))) {
            middle.getChildren().setAll(shown);
        }
    }

    private Node empty() {
        return EmptyState.of(Feather.BOX, "No model on this machine yet",
                "Models that you tune are listed here with how they were made. A Hugging Face directory can be added;"
                        + " tunings begin with it.",
                Buttons.secondary("to-tuning", "Go to tuning", Feather.ACTIVITY, model::goToTuning),
                Buttons.primary("add-first-model", "Add a model…", Feather.PLUS, registry::add));
    }
}
