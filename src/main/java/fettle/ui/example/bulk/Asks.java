package fettle.ui.example.bulk;

import fettle.example.ExampleQuery;
import fettle.example.bulk.Acts;
import fettle.example.bulk.RowAct;
import fettle.job.Outcome;
import fettle.ui.control.Labels;
import fettle.ui.control.Overlay;
import fettle.ui.control.Segmented;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The small questions before an act: which tags, which text, which rating.
final class Asks {

    private enum TagWay {
        ADD, REMOVE, SET
    }

    private enum TextWay {
        SET, REMOVE
    }

    private enum Learn {
        NONE, LAST, ALL
    }

    private final BulkViewModel bulk;
    private final AskDialog dialog;

    Asks(BulkViewModel bulk, Overlay overlay) {
        this.bulk = bulk;
        this.dialog = new AskDialog(bulk, overlay);
    }

    void tags() {
        var way = new SimpleObjectProperty<>(TagWay.ADD);
        var field = new TextField();
        field.setId("ask-tags");
        field.setPromptText("Tags, with commas between");
        var ways = new Segmented<>("tag-way", List.of(TagWay.values()), each -> switch (each) {
            case ADD -> "Add";
            case REMOVE -> "Take away";
            case SET -> "Only these";
        }, way);
        dialog.show("Tags", new VBox(10, field, ways.root()), () -> tags(way.get(), field.getText()),
                field.textProperty(), way);
    }

    private static Optional<Deed> tags(TagWay way, String typed) {
        List<String> tags = List.of(typed.split(",")).stream().map(String::strip).filter(tag -> !tag.isEmpty())
                .toList();
        String names = "“" + String.join("”, “", tags) + "”";
        if (way == TagWay.SET) {
            return Optional.of(tags.isEmpty()
                    ? Deed.of("Take all tags off", "Took all tags off", Acts.setTags(tags))
                    : Deed.of("Tag only " + names + ":", "Set the tags " + names + " of", Acts.setTags(tags)));
        }
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        RowAct act = Acts.all(tags.stream().map(way == TagWay.ADD ? Acts::addTag : Acts::removeTag).toList());
        return Optional.of(way == TagWay.ADD
                ? Deed.of("Tag", "Tagged " + names + ":", act)
                : Deed.of("Take " + names + " off", "Took the tag " + names + " off", act));
    }

    void system() {
        var way = new SimpleObjectProperty<>(TextWay.SET);
        TextArea text = area("ask-system", "You are …");
        text.disableProperty().bind(way.isEqualTo(TextWay.REMOVE));
        var ways = new Segmented<>("system-way", List.of(TextWay.values()),
                each -> each == TextWay.SET ? "This text" : "No system text", way);
        dialog.show("System text", new VBox(10, ways.root(), text, note("It becomes the first message, or takes the"
                + " place of the one that is there. To change words in it, use find and replace.")), () -> {
                    if (way.get() == TextWay.REMOVE) {
                        return Optional.of(Deed.of("Remove the system text of", "Removed the system text of",
                                Acts.removeSystem()));
                    }
                    return text.getText().isBlank()
                            ? Optional.empty()
                            : Optional.of(Deed.of("Set the system text of", "Set the system text of",
                                    Acts.system(text.getText())));
                }, text.textProperty(), way);
    }

    void weights() {
        var learn = new SimpleObjectProperty<>(Learn.LAST);
        var choices = new Segmented<>("learn", List.of(Learn.values()), each -> switch (each) {
            case NONE -> "No answer";
            case LAST -> "Only the last answer";
            case ALL -> "All answers";
        }, learn);
        dialog.show("What is learned", new VBox(10, choices.root(), note("Answers that are not learned get the weight"
                + " 0: they are context, and the model is not trained on them.")),
                () -> Optional.of(switch (learn.get()) {
                    case NONE -> Deed.of("Train no answer of", "Set no answer to be trained in",
                            Acts.weight(false, false));
                    case LAST -> Deed.of("Train only the last answer of", "Set only the last answer to be trained in",
                            Acts.all(List.of(Acts.weight(true, false), Acts.weight(false, true))));
                    case ALL -> Deed.of("Train all answers of", "Set all answers to be trained in",
                            Acts.weight(true, false));
                }), learn);
    }

    void rating() {
        var rating = new SimpleObjectProperty<>(5);
        var choices = new Segmented<>("rating", List.of(0, 1, 2, 3, 4, 5),
                each -> each == 0 ? "None" : "★".repeat(each), rating);
        dialog.show("Rating", choices.root(), () -> Optional.of(rating.get() == 0
                ? Deed.of("Take the rating off", "Took the rating off", Acts.rating(0))
                : Deed.of("Rate", "Rated " + rating.get() + " of 5:", Acts.rating(rating.get()))), rating);
    }

    void note() {
        TextArea text = area("ask-note", "What to know about these rows; empty takes their notes away");
        dialog.show("Note", text, () -> Optional.of(text.getText().isBlank()
                ? Deed.of("Take the note off", "Took the note off", Acts.note(""))
                : Deed.of("Note on", "Put a note on", Acts.note(text.getText()))), text.textProperty());
    }

    void dataset() {
        var name = new ComboBox<String>();
        name.setId("ask-dataset");
        name.setEditable(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setPromptText("A dataset of this project, or a new name; empty for the main one");
        bulk.store().ifPresent(store -> bulk.session().read(
                _ -> store.facets(ExampleQuery.ALL, List.of("dataset")), outcome -> {
                    if (outcome instanceof Outcome.Done(var counts)) {
                        counts.choices().getOrDefault("dataset", List.of()).stream().map(choice -> choice.value())
                                .filter(value -> !value.isEmpty()).forEach(name.getItems()::add);
                    }
                }));
        dialog.show("Move to a dataset", new VBox(10, name, note("Only rows of the main dataset are checked, exported"
                + " and tuned.")), () -> {
                    String to = name.getEditor().getText().strip();
                    return Optional.of(to.isEmpty()
                            ? Deed.of("Move to the main dataset:", "Moved to the main dataset:", Acts.dataset(""))
                            : Deed.of("Move to “" + to + "”:", "Moved to the dataset “" + to + "”:",
                                    Acts.dataset(to)));
                }, name.getEditor().textProperty());
    }

    private static TextArea area(String id, String prompt) {
        var area = new TextArea();
        area.setId(id);
        area.setPromptText(prompt);
        area.setWrapText(true);
        area.setPrefRowCount(5);
        return area;
    }

    private static Node note(String words) {
        return Labels.wrapped(words, "t-small", "t-soft");
    }
}
