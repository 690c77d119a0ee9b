package fettle.ui.example.bulk;

import fettle.dataset.CheckKind;
import fettle.dataset.Repairs;
import fettle.example.ExampleQuery;
import fettle.example.ExampleStatus;
import fettle.example.ExampleView;
import fettle.example.bulk.Acts;
import fettle.job.Outcome;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyStroke;
import fettle.ui.control.Overlay;
import fettle.ui.example.bulk.ReplaceViewModel.Where;
import fettle.ui.example.table.Targets;
import fettle.ui.session.Command;
import fettle.ui.session.FxMoment;
import fettle.ui.session.Picked;
import fettle.ui.session.Place;
import fettle.ui.session.Words;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import tools.jackson.databind.node.ObjectNode;

/// The button that acts on many rows, its menu, and the same acts as commands.
public final class BulkMenu {

    private final BulkViewModel model;
    private final Overlay overlay;
    private final BooleanSupplier inBin;
    private final Runnable showBin;
    private final Asks asks;
    private final MenuButton root = new MenuButton("Change");

    /// `inBin` says whether the rows in the bin are shown; `showBin` shows them.
    public BulkMenu(BulkViewModel model, Overlay overlay, BooleanSupplier inBin, Runnable showBin) {
        this.model = model;
        this.overlay = overlay;
        this.inBin = inBin;
        this.showBin = showBin;
        this.asks = new Asks(model, overlay);
        root.setId("bulk");
        root.setGraphic(Icons.of(Feather.LAYERS));
        root.setMinWidth(MenuButton.USE_PREF_SIZE);
        root.textProperty().bind(model.targets().map(BulkMenu::words));
        root.disableProperty().bind(model.session().writable().not());
        root.setOnShowing(_ -> root.getItems().setAll(items()));
        root.getItems().add(new MenuItem()); // a menu without items never shows
    }

    public Node root() {
        return root;
    }

    private static String words(Targets targets) {
        return targets.isEmpty() ? "Change" : "Change " + Words.number(targets.count());
    }

    /// The acts as commands, so that palette, keys and key sheet have them.
    public void addCommands() {
        model.session().commands().add(
                command("bulk-replace", "Replace in all of this view…", Feather.EDIT_2, this::replace)
                        .keys(KeyStroke.MAC ? "Alt+Shortcut+F" : "Shortcut+H"),
                command("bulk-normalise", "Normalise all of this view…", Feather.ALIGN_LEFT, this::normalise),
                command("bulk-repair", "Repair findings in this view…", Feather.TOOL, this::repair),
                command("bulk-tags", "Tag all of this view…", Feather.TAG, asks::tags),
                command("bulk-approve", "Approve all of this view", Feather.CHECK,
                        () -> model.run(status(ExampleStatus.APPROVED))),
                command("bulk-reject", "Reject all of this view", Feather.X,
                        () -> model.run(status(ExampleStatus.REJECTED))),
                command("bulk-system", "Set the system text of this view…", Feather.SETTINGS, asks::system),
                command("bulk-weights", "Choose what is learned in this view…", Feather.SLIDERS, asks::weights),
                command("bulk-dataset", "Move this view to a dataset…", Feather.FOLDER, asks::dataset),
                command("bulk-delete", "Delete all of this view (to the bin)", Feather.TRASH_2, this::delete),
                command("show-bin", "Show the bin", Feather.TRASH, showBin));
    }

    private Command command(String id, String title, Feather icon, Runnable run) {
        return Command.of(id, title, icon, run).in(Place.EXAMPLES).within("List")
                .when(model.session().writable());
    }

    private List<MenuItem> items() {
        Targets targets = model.targets().getValue();
        int count = targets.count();
        if (inBin.getAsBoolean()) {
            return List.of(head(targets), item("bulk-restore", "Restore " + Words.number(count), Feather.ROTATE_CCW,
                    () -> model.run(Deed.of("Restore", "Restored", Acts.restore()))));
        }
        return List.of(head(targets), deed("Approve", Feather.CHECK, ExampleStatus.APPROVED),
                deed("Reject", Feather.X, ExampleStatus.REJECTED),
                deed("Make drafts of", Feather.CIRCLE, ExampleStatus.DRAFT), new SeparatorMenuItem(),
                item("menu-tags", "Tags…", Feather.TAG, asks::tags),
                item("menu-rating", "Rating…", Feather.STAR, asks::rating),
                item("menu-flag", "Flag", Feather.FLAG,
                        () -> model.run(Deed.of("Flag", "Flagged", Acts.flag(true)))),
                item("menu-unflag", "Take the flag off", Feather.FLAG,
                        () -> model.run(Deed.of("Unflag", "Took the flag off", Acts.flag(false)))),
                item("menu-note", "Note…", Feather.FILE_TEXT, asks::note), new SeparatorMenuItem(),
                item("menu-replace", "Find and replace…", Feather.EDIT_2, this::replace),
                item("menu-normalise", "Normalise texts…", Feather.ALIGN_LEFT, this::normalise),
                item("menu-repair", "Repair findings…", Feather.TOOL, this::repair),
                item("menu-system", "System text…", Feather.SETTINGS, asks::system),
                item("menu-weights", "What is learned…", Feather.SLIDERS, asks::weights), new SeparatorMenuItem(),
                item("menu-dataset", "Move to a dataset…", Feather.FOLDER, asks::dataset),
                item("menu-delete", "Delete " + Words.number(count) + " (to the bin)", Feather.TRASH_2, this::delete),
                item("menu-bin", "Show the bin", Feather.TRASH, showBin));
    }

    private static MenuItem head(Targets targets) {
        String words = targets.words();
        var head = new MenuItem(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        head.setDisable(true);
        head.getStyleClass().add("menu-head");
        return head;
    }

    private MenuItem deed(String does, Feather icon, ExampleStatus status) {
        return item("menu-" + status.word(), does + " " + Words.number(model.targets().getValue().count()), icon,
                () -> model.run(status(status)));
    }

    private static Deed status(ExampleStatus status) {
        return switch (status) {
            case APPROVED -> Deed.of("Approve", "Approved", Acts.status(status));
            case REJECTED -> Deed.of("Reject", "Rejected", Acts.status(status));
            case DRAFT -> Deed.of("Make drafts of", "Made drafts again of", Acts.status(status));
        };
    }

    private static MenuItem item(String id, String words, Feather icon, Runnable act) {
        var item = new MenuItem(words, Icons.of(icon));
        item.setId(id);
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void delete() {
        model.run(Deed.of("Delete", "Put into the bin:", Acts.delete()));
    }

    private void replace() {
        replace(model.targets().getValue(), replacing -> replacing.begin("", "", Where.ALL));
    }

    /// Offers what was changed by hand in one row as a replacement in all of them.
    public void same(ObjectNode generated, ObjectNode now) {
        model.store().ifPresent(store -> model.session().read(
                _ -> new Offer(EditedWords.of(generated, now), store.view(ExampleQuery.ALL)), outcome -> {
                    if (outcome instanceof Outcome.Done(Offer(var words, var view)) && !words.isEmpty()) {
                        var all = new Targets(Targets.Kind.ALL, view.size(),
                                () -> IntStream.range(0, view.size()).mapToLong(view::id).toArray());
                        replace(all, replacing -> replacing.begin(words));
                    } else if (outcome instanceof Outcome.Done) {
                        overlay.toast("This edit changed no words that could stand elsewhere.", "", () -> {});
                    }
                }));
    }

    private record Offer(List<EditedWords> words, ExampleView view) {}

    private void replace(Targets targets, Consumer<ReplaceViewModel> begin) {
        model.store().ifPresent(store -> {
            var preview = new PreviewViewModel(model.session(), store, targets);
            var replacing = new ReplaceViewModel(model, preview, FxMoment::new);
            begin.accept(replacing);
            ReplaceDialog.show(replacing, overlay);
        });
    }

    private void normalise() {
        model.store().ifPresent(store -> RulesDialog.show(RulesViewModel.normalising(model,
                new PreviewViewModel(model.session(), store, model.targets().getValue())), "Normalise texts",
                overlay));
    }

    private void repair() {
        repair(Repairs.mended(), model.targets().getValue());
    }

    /// Asks before it repairs a finding in these rows.
    public void repair(CheckKind kind, Picked rows) {
        repair(List.of(kind), new Targets(Targets.Kind.SHOWN, rows.ids().size(),
                () -> rows.ids().stream().mapToLong(Long::longValue).toArray()));
    }

    private void repair(List<CheckKind> kinds, Targets targets) {
        model.store().ifPresent(store -> RulesDialog.show(RulesViewModel.repairing(model,
                new PreviewViewModel(model.session(), store, targets), kinds), "Repair findings", overlay));
    }
}
