package fettle.ui.example;

import fettle.ui.example.filter.FilterBar;
import fettle.ui.example.table.ExampleTable;
import fettle.ui.session.Command;
import fettle.ui.session.Place;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;

/// The commands that find and choose rows.
record FindCommands(ExamplesViewModel model, FilterBar filter, ExampleTable table) {

    /// `list` holds while the list is shown.
    void add(ObservableBooleanValue list) {
        model.session().commands().add(
                of("example-filter", "Filter the examples", Feather.FILTER, filter::focusFilter).when(list),
                of("filter-copy", "Copy the filter as text", Feather.COPY, filter::copy).when(list),
                of("example-views", "Views of the examples…", Feather.BOOKMARK, filter::showViews).when(list),
                of("example-columns", "Choose columns…", Feather.COLUMNS, table::showColumns).when(list),
                of("select-everything", "Select every example in this view", Feather.CHECK_SQUARE,
                        model.table().selection()::everything).when(list),
                of("select-nothing", "Clear the selection", Feather.SQUARE, model.table().selection()::clear)
                        .when(list));
    }

    private static Command of(String id, String title, Feather icon, Runnable run) {
        return Command.of(id, title, icon, run).in(Place.EXAMPLES).within("List");
    }
}
