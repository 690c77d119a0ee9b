package fettle.ui.source;

import fettle.source.Source;
import fettle.ui.session.Command;
import fettle.ui.session.Commands;
import fettle.ui.session.Place;
import fettle.ui.session.Session;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.feather.Feather;

/// The commands of the sources screen.
final class SourceCommands {

    private final SourcesViewModel model;
    private final SourcesView view;

    SourceCommands(SourcesViewModel model, SourcesView view) {
        this.model = model;
        this.view = view;
    }

    void add() {
        Session session = model.session();
        BooleanBinding some = Bindings.createBooleanBinding(() -> model.chosenProperty().get().isPresent(),
                model.chosenProperty());
        BooleanBinding writable = session.writable();
        BooleanBinding change = writable.and(some);
        Commands commands = session.commands();
        commands.add(
                Command.of("add-folder", "Add a folder of documents…", Feather.FOLDER_PLUS, model::addFolder)
                        .keys("Shift+Shortcut+O").when(writable),
                Command.of("import-examples", "Import examples from files…", Feather.DOWNLOAD, model::addFiles)
                        .keys("Shortcut+I").when(writable),
                Command.of("add-source", "Add a source…", Feather.PLUS, () -> view.askAddresses("")).keys("A")
                        .in(Place.SOURCES).when(writable),
                Command.of("refresh-all", "Refresh all sources", Feather.REFRESH_CW, model::refreshAll)
                        .keys("Shift+R").in(Place.SOURCES).when(change),
                Command.of("look-for-changes", "Look for changes in all sources", Feather.SEARCH,
                        model::lookForChanges).keys("L").in(Place.SOURCES).when(some),
                of("next-source", "Next source", Feather.CHEVRON_DOWN, _ -> view.step(1)).keys("J").when(some),
                of("previous-source", "Previous source", Feather.CHEVRON_UP, _ -> view.step(-1)).keys("K").when(some),
                of("refresh-source", "Refresh the source", Feather.REFRESH_CW, model::refresh).keys("R").when(change),
                of("stop-source", "Stop reading the source", Feather.SQUARE, model::stop).keys("S").when(some),
                of("open-source", "Open the source in the browser or as a folder", Feather.EXTERNAL_LINK, model::open)
                        .keys("O").when(some),
                of("show-source", "Show what the source gave", Feather.FILE_TEXT,
                        row -> row.source().ifPresent(model::show)).keys("D").when(some),
                of("source-receipt", "Show the receipt of the import", Feather.LIST,
                        row -> row.source().filter(source -> source.kind() == Source.Kind.EXAMPLES)
                                .ifPresent(model::showReceipt))
                        .when(some),
                of("source-paths", "Include and exclude paths of the source…", Feather.FILTER, _ -> view.askPaths())
                        .keys("I").when(change),
                of("source-actions", "What can be done with the source", Feather.MORE_HORIZONTAL,
                        _ -> view.showMenu()).keys("M").when(some),
                of("remove-source", "Remove the source…", Feather.TRASH_2, _ -> view.askRemoval()).keys("Delete")
                        .when(change));
    }

    private Command of(String id, String title, Feather icon, Consumer<SourceRow> action) {
        return Command.of(id, title, icon, () -> model.chosenProperty().get().ifPresent(action)).in(Place.SOURCES);
    }
}
