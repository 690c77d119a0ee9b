package fettle.ui.example.filter;

import fettle.example.ExampleFilter;
import fettle.job.ExpectedException;
import fettle.ui.control.DropDown;
import fettle.ui.control.Labels;
import java.util.List;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field for a filter, with proposals under it: Up and Down walk them, Tab or Enter takes one, Esc closes them.
final class FilterField {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final DropDown drop = new DropDown(field, list, () -> {});
    private final Completion completion;
    private final FieldValues values;
    private final Predicate<String> accept;
    private final Runnable leave;
    private List<Completion.Proposal> proposals = List.of();
    private int chosen;
    private boolean walked;
    private boolean taking;

    /// `accept` takes what was typed, and says whether it could be read; `leave` runs on Esc.
    FilterField(String id, FieldValues values, Predicate<String> accept, Runnable leave) {
        this.values = values;
        this.accept = accept;
        this.leave = leave;
        this.completion = new Completion(values::of);
        field.setId(id);
        field.getStyleClass().addAll("bare", "filter-field");
        list.getStyleClass().add("completion");
        list.setId("completion");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.setOnAction(_ -> submit());
        field.textProperty().addListener(_ -> propose());
        field.caretPositionProperty().addListener(_ -> propose());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                drop.close();
            }
        });
    }

    TextField node() {
        return field;
    }

    /// Shows what could stand here; also before the first letter, on Down or Ctrl+Space.
    private void propose() {
        if (taking || !hasFocus()) {
            return;
        }
        if (field.getText().isEmpty()) {
            drop.close();
            return;
        }
        show();
    }

    /// Also while the window has not got the focus of the desktop.
    private boolean hasFocus() {
        return field.getScene() != null && field.equals(field.getScene().getFocusOwner());
    }

    private void show() {
        String text = field.getText();
        int caret = Math.min(field.getCaretPosition(), text.length());
        Completion.wantedField(text, caret).ifPresent(wanted -> values.want(wanted, this::propose));
        List<Completion.Proposal> found = completion.at(text, caret).stream()
                .filter(proposal -> !proposal.text().strip().equals(text.strip())).toList();
        if (!found.equals(proposals) || !drop.isShowing()) {
            proposals = found;
            chosen = 0;
            walked = false;
            list.getChildren().setAll(found.stream().map(this::row).toList());
        }
        if (found.isEmpty()) {
            drop.close();
        } else {
            drop.show();
            mark();
            drop.fit();
        }
    }

    private Node row(Completion.Proposal proposal) {
        var words = Labels.of(proposal.words(), "t-mono");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(16, words, Labels.whole(proposal.detail(), "t-small", "t-soft"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("completion-row");
        row.setOnMousePressed(event -> {
            take(proposal);
            event.consume();
        });
        return row;
    }

    private void key(KeyEvent event) {
        boolean open = drop.isShowing() && !proposals.isEmpty();
        switch (event.getCode()) {
            case DOWN -> {
                if (open) {
                    walk(1);
                } else {
                    show();
                }
            }
            case UP -> walk(open ? -1 : 0);
            case SPACE -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                show();
            }
            case TAB -> {
                if (!open || event.isShiftDown()) {
                    return;
                }
                take(proposals.get(chosen));
            }
            case ENTER -> {
                if (open && (walked || !isWhole())) {
                    take(proposals.get(chosen));
                } else {
                    submit();
                }
            }
            case ESCAPE -> {
                if (open) {
                    drop.close();
                } else {
                    leave.run();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Whether what is typed can be read as it stands: then Enter takes it, and not a longer proposal.
    private boolean isWhole() {
        try {
            return !ExampleFilter.parse(field.getText()).isEmpty();
        } catch (ExpectedException _) {
            return false;
        }
    }

    private void walk(int by) {
        if (!proposals.isEmpty()) {
            walked = true;
            chosen = Math.floorMod(chosen + by, proposals.size());
            mark();
        }
    }

    private void mark() {
        for (int index = 0; index < list.getChildren().size(); index++) {
            list.getChildren().get(index).pseudoClassStateChanged(CHOSEN, index == chosen);
        }
    }

    private void take(Completion.Proposal proposal) {
        taking = true;
        field.setText(proposal.text());
        field.positionCaret(proposal.caret());
        taking = false;
        show();
    }

    private void submit() {
        drop.close();
        if (accept.test(field.getText())) {
            taking = true;
            field.clear();
            taking = false;
        }
    }
}
