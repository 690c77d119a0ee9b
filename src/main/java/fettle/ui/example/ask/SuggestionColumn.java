package fettle.ui.example.ask;

import fettle.example.Candidate.From;
import fettle.ui.control.Buttons;
import fettle.ui.control.Icons;
import fettle.ui.control.KeyCap;
import fettle.ui.control.Labels;
import fettle.ui.control.Problem;
import fettle.ui.control.text.StyledArea;
import fettle.ui.control.text.Styling;
import fettle.ui.example.ask.Suggestion.State;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One candidate: who wrote it and what it took, its text while it comes, then its changes one by one.
final class SuggestionColumn {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final AskViewModel model;
    private final Suggestion suggestion;
    private final int number;
    private final VBox root = new VBox(8);
    private final VBox notes = new VBox(8);
    private final FlowPane changes = new FlowPane(8, 6);
    private final StyledArea area = new StyledArea("", true);
    private List<Hunks.Place> places = List.of();

    /// `number` counts from 0.
    SuggestionColumn(AskViewModel model, Suggestion suggestion, int number) {
        this.model = model;
        this.suggestion = suggestion;
        this.number = number;
        root.getStyleClass().add("ask-column");
        root.setId("candidate-" + (number + 1));
        var scroll = new ScrollPane(new VBox(8, notes, area.root()));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().setAll(head(), scroll, changes);
        changes.setAlignment(Pos.CENTER_LEFT);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.choose(number));
        area.area().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> area.area().hit(event.getX(), event.getY())
                .getCharacterIndex().ifPresent(this::point));
        model.chosenProperty().subscribe(_ -> draw());
        suggestion.stateProperty().subscribe(_ -> draw());
        suggestion.textProperty().subscribe(_ -> draw());
        suggestion.hunksProperty().subscribe(_ -> draw());
        suggestion.currentProperty().subscribe(_ -> draw());
    }

    Node root() {
        return root;
    }

    private Node head() {
        Label name = Labels.of(suggestion.model(), "t-strong");
        name.setMinWidth(40);
        Label took = Labels.of(Bindings.createStringBinding(this::took, suggestion.stateProperty(),
                suggestion.textProperty()), "t-small", "t-soft");
        took.setId("candidate-took-" + (number + 1));
        var head = new HBox(8, KeyCap.caps(String.valueOf(number + 1)), name);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, head, took);
    }

    /// "temperature 0.7 · 118 tokens in 3.2 s".
    private String took() {
        String what = switch (suggestion.stateProperty().get()) {
            case State.Waiting() -> "waiting…";
            case State.Streaming() -> "writing…";
            case State.Done(var candidate) -> (candidate.from() == From.JOURNAL
                    ? "from the journal, cost nothing"
                    : tokens(candidate.outputTokens()) + Words.duration(candidate.millis()))
                    + (candidate.finish().equals("length") ? ", cut off at its limit" : "");
            case State.Stopped() -> "stopped";
            case State.Failed _ -> "failed";
        };
        return String.format(Locale.ENGLISH, "temperature %.1f · %s", suggestion.variation().temperature(), what);
    }

    private static String tokens(int tokens) {
        return tokens == 0 ? "in " : Words.count(tokens, "token", "tokens") + " in ";
    }

    private void draw() {
        boolean chosen = model.chosenProperty().get() == number;
        root.pseudoClassStateChanged(CHOSEN, chosen);
        Optional<Hunks> hunks = suggestion.hunksProperty().get();
        if (hunks.isPresent()) {
            Hunks.Drawn drawn = hunks.get().draw(chosen ? suggestion.currentProperty().get() : -1);
            places = drawn.places();
            show(drawn.text(), drawn.styling());
        } else {
            places = List.of();
            show(suggestion.textProperty().get(), Styling.PLAIN);
        }
        notes.getChildren().setAll(noted());
        changes.getChildren().setAll(hunks.map(this::choices).orElse(List.of()));
    }

    private void show(String text, Styling styling) {
        area.replace(text);
        area.paint(text, styling);
    }

    private List<Node> noted() {
        var all = new ArrayList<Node>();
        if (suggestion.stateProperty().get() instanceof State.Failed(Problem problem)) {
            all.add(failure(problem));
        }
        if (suggestion.stateProperty().get() instanceof State.Done(var candidate)
                && candidate.from() == From.MODEL_BRIEFLY) {
            all.add(Labels.wrapped(
                    "This model reads little: it saw the instruction and the text, not the conversation.",
                    "t-small", "t-soft"));
        }
        if (suggestion.stateProperty().get() instanceof State.Stopped()) {
            all.add(Labels.wrapped(suggestion.textProperty().get().isBlank()
                    ? "Stopped before anything came."
                    : "Stopped here. What came can be taken too.", "t-small", "t-soft"));
        }
        if (!suggestion.isRunning()) {
            Chatter.in(suggestion.textProperty().get(), model.asked().words()).ifPresent(chatter -> {
                var words = Labels.wrapped("The answer " + chatter.what() + ".", "t-small");
                HBox.setHgrow(words, Priority.ALWAYS);
                var line = new HBox(8, Icons.of(Feather.INFO, "icon-small"), words, Buttons.small(Buttons.secondary(
                        "leave-out-" + (number + 1), "Leave it out", Feather.SCISSORS,
                        () -> model.leaveOut(suggestion, chatter))));
                line.setAlignment(Pos.CENTER_LEFT);
                all.add(line);
            });
        }
        return all;
    }

    private static Node failure(Problem problem) {
        var words = new VBox(2, Labels.wrapped(problem.sentence(), "problem-sentence"));
        if (!problem.next().isEmpty()) {
            words.getChildren().add(Labels.wrapped(problem.next(), "problem-next"));
        }
        words.getStyleClass().add("problem-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(Icons.of(Feather.ALERT_OCTAGON, "icon-bad"), words);
        box.getStyleClass().add("problem");
        return box;
    }

    private List<Node> choices(Hunks hunks) {
        if (hunks.count() == 0) {
            return List.of(Labels.wrapped("It is the same text.", "t-small", "t-soft"));
        }
        int current = Math.min(suggestion.currentProperty().get(), hunks.count() - 1);
        boolean takes = hunks.takes(current);
        var where = Labels.whole("Change %s of %s".formatted(Words.number(current + 1L),
                Words.number(hunks.count())), "t-small", "t-medium");
        var previous = Buttons.small(Buttons.icon("hunk-previous-" + (number + 1), Feather.CHEVRON_UP,
                "Previous change (K)", () -> suggestion.step(-1)));
        var next = Buttons.small(Buttons.icon("hunk-next-" + (number + 1), Feather.CHEVRON_DOWN, "Next change (J)",
                () -> suggestion.step(1)));
        var decide = takes
                ? Buttons.secondary("hunk-leave-" + (number + 1), "Keep mine", Feather.X,
                        () -> suggestion.decide(false))
                : Buttons.secondary("hunk-take-" + (number + 1), "Take it", Feather.CHECK,
                        () -> suggestion.decide(true));
        var taken = Labels.whole("%s taken".formatted(Words.number(hunks.taken())), "t-small", "t-soft");
        var gap = new Region();
        gap.setMinWidth(2);
        return List.of(where, previous, next, Buttons.small(decide), gap, taken);
    }

    /// A click on a change makes it the one that keys act on.
    private void point(int offset) {
        places.stream().filter(place -> place.from() <= offset && offset < place.to()).findFirst()
                .ifPresent(place -> suggestion.currentProperty().set(place.hunk()));
    }
}
