package fettle.ui.model;

import fettle.ui.control.Overlay;
import fettle.ui.session.Chooser;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import java.util.concurrent.Executor;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The models screen for the window.
public final class ModelsScreen implements Screen {

    private final ModelsViewModel model;
    private final ModelsView view;

    /// `screen` runs what models say, on the screen thread.
    public ModelsScreen(Session session, Overlay overlay, ModelWork work, Chooser chooser, Executor screen) {
        model = new ModelsViewModel(session, work, screen);
        view = new ModelsView(model, overlay, chooser);
        session.commands().add(
                Command.of("chat", "Chat with base and tuned", Feather.MESSAGE_SQUARE, () -> {
                    session.goTo(Place.MODELS);
                    model.partProperty().set(ModelsViewModel.Part.CHAT);
                    view.focus();
                }).when(session.hasProject()),
                Command.of("stop-answers", "Stop the answers", Feather.SQUARE, model::stop).in(Place.MODELS));
    }

    @Override
    public Place place() {
        return Place.MODELS;
    }

    @Override
    public Parent root() {
        return view.root();
    }

    /// Chats with a model.
    @Override
    public void show(String detail) {
        model.chat(detail);
    }

    @Override
    public void entered() {
        model.load();
    }

    /// Asks both models, as a person would in the chat.
    public void ask(String prompt) {
        model.partProperty().set(ModelsViewModel.Part.CHAT);
        model.ask(prompt);
    }

    /// What the tuned model said last; empty before.
    public String answer() {
        return model.answer();
    }
}
