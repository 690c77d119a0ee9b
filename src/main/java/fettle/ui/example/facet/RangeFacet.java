package fettle.ui.example.facet;

import fettle.example.ExampleField;
import fettle.example.FacetCounts;
import fettle.example.FacetCounts.Bars;
import fettle.ui.control.Labels;
import fettle.ui.control.RangeBars;
import fettle.ui.control.RangeBars.Range;
import fettle.ui.example.facet.ChoiceRow.Look;
import fettle.ui.example.filter.FieldFilter;
import fettle.ui.example.filter.FieldWords;
import fettle.ui.session.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A facet of numbers: a histogram, and two handles that are a filter.
final class RangeFacet extends FacetBox implements ChoiceRow.Acts {

    /// Scores are counted in thousandths.
    private static final double THOUSANDTHS = 1000;

    private final RangeBars bars;
    private final Label least = Labels.whole("", "t-small", "t-soft");
    private final Label most = Labels.whole("", "t-small", "t-soft");
    private final VBox blank = new VBox();
    private Optional<Bars> counted = Optional.empty();

    RangeFacet(Facet facet, FacetsViewModel model) {
        super(facet, model);
        bars = new RangeBars(this::brushing, this::brushed);
        bars.setId(facet.field() == ExampleField.TOKENS ? "token-facet" : "range-" + facet.word());
        bars.setAccessibleText(FieldWords.title(facet.field())
                + ": drag for a range; arrow keys move an end, Tab goes to the other");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        body().getChildren().addAll(bars, new HBox(least, gap, most), blank);
    }

    @Override
    String fill(FacetCounts counts, FieldFilter asked) {
        counted = Optional.ofNullable(counts.bars().get(facet().word()));
        bars.setVisible(counted.isPresent());
        counted.ifPresent(found -> {
            bars.show(Arrays.stream(found.counts()).boxed().toList(), range(found, asked));
            least.setText(number(found.from()));
            most.setText(number(found.to()));
            drawBlank(found.blank(), asked);
        });
        return words(asked.low(), asked.high());
    }

    private void drawBlank(int rows, FieldFilter asked) {
        blank.getChildren().clear();
        if ((rows > 0 && rows < total()) || asked.has("") || asked.lacks("")) {
            String none = facet().field() == ExampleField.SCORE ? "(no score)" : "(not counted)";
            var row = new ChoiceRow(facet().word(), new Look("", none, false, Optional.empty()), this);
            row.show(rows, asked.has(""), asked.lacks(""));
            blank.getChildren().add(row);
        }
    }

    private int total() {
        return counted.map(found -> Arrays.stream(found.counts()).sum() + found.blank()).orElse(0);
    }

    private Optional<Range> range(Bars found, FieldFilter asked) {
        if (asked.low().isEmpty() && asked.high().isEmpty()) {
            return Optional.empty();
        }
        int last = found.counts().length - 1;
        int from = asked.low().map(low -> bar(found, low)).orElse(0);
        int to = asked.high().map(high -> bar(found, high)).orElse(last);
        return Optional.of(new Range(Math.min(from, to), Math.max(from, to)));
    }

    private int bar(Bars found, String value) {
        try {
            double place = (Double.parseDouble(value) * scale() - found.from()) / found.width();
            return (int) Math.clamp(Math.floor(place), 0, found.counts().length - 1.0);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private double scale() {
        return facet().field() == ExampleField.SCORE ? THOUSANDTHS : 1;
    }

    // ---- brushing ----

    /// While it is dragged, the head says the range.
    private void brushing(Optional<Range> range) {
        note(counted.map(found -> words(low(found, range), high(found, range))).orElse(""));
    }

    private void brushed(Optional<Range> range) {
        counted.ifPresent(found -> model()
                .ask(model().asked(facet()).range(low(found, range), high(found, range))));
    }

    /// An end that reaches the edge of the histogram asks for nothing.
    private Optional<String> low(Bars found, Optional<Range> range) {
        return range.filter(now -> now.from() > 0).map(now -> plain(found.from() + now.from() * found.width()));
    }

    private Optional<String> high(Bars found, Optional<Range> range) {
        return range.filter(now -> now.to() < found.counts().length - 1)
                .map(now -> plain(found.from() + (now.to() + 1) * found.width() - 1));
    }

    /// As a filter has it.
    private String plain(long number) {
        return scale() == 1 ? Long.toString(number) : String.format(Locale.ROOT, "%.3f", number / scale());
    }

    private String number(long number) {
        return scale() == 1 ? Words.number(number) : String.format(Locale.ENGLISH, "%.2f", number / scale());
    }

    private String words(Optional<String> low, Optional<String> high) {
        if (low.isEmpty() && high.isEmpty()) {
            return "";
        }
        if (low.isPresent() && high.isPresent()) {
            return read(low.get()) + " – " + read(high.get());
        }
        return low.isPresent() ? "from " + read(low.get()) : "to " + read(high.orElse(""));
    }

    private static String read(String number) {
        return number.matches("-?\\d{1,18}") ? Words.number(Long.parseLong(number)) : number;
    }

    @Override
    public void only(String value) {
        model().ask(model().asked(facet()).only(value));
    }

    @Override
    public void include(String value) {
        model().ask(model().asked(facet()).include(value));
    }

    @Override
    public void exclude(String value) {
        model().ask(model().asked(facet()).exclude(value));
    }
}
