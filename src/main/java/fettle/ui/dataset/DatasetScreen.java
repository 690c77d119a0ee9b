package fettle.ui.dataset;

import fettle.ui.control.Overlay;
import fettle.ui.session.Chooser;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import fettle.ui.session.Screen;
import fettle.ui.session.Session;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// The dataset screen for the window.
public final class DatasetScreen implements Screen {

    private final DatasetViewModel model;
    private final DatasetView view;

    public DatasetScreen(Session session, Overlay overlay, DatasetWork work, Chooser chooser) {
        model = new DatasetViewModel(session, work);
        view = new DatasetView(model, overlay, chooser);
        session.commands().add(
                Command.of("release-dataset", "Release the dataset", Feather.PACKAGE, () -> {
                    session.goTo(Place.DATASET);
                    model.release(_ -> {});
                }).when(session.writable()),
                Command.of("split-dataset", "Split the dataset…", Feather.SCISSORS, () -> {
                    session.goTo(Place.DATASET);
                    new SplitDialog(model, overlay).show();
                }).when(session.writable()),
                Command.of("export-dataset", "Export the dataset…", Feather.SHARE, () -> {
                    session.goTo(Place.DATASET);
                    new ExportDialog(model, overlay, chooser).show();
                }).when(session.hasProject()));
    }

    @Override
    public Place place() {
        return Place.DATASET;
    }

    @Override
    public Parent root() {
        return view.root();
    }

    @Override
    public void entered() {
        model.entered();
    }
}
