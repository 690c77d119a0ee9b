package fettle.ui.source;

import fettle.document.DocumentStore.Entry;
import fettle.ui.control.Icons;
import fettle.ui.control.Labels;
import fettle.ui.control.SearchField;
import fettle.ui.control.WideButton;
import fettle.ui.session.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The pages of a source, those that gave nothing first; a page opens as its document, where its text is chosen.
final class PagesSection {

    private static final int MOST = 100;
    private static final int SEARCHED = 12;

    /// @param document its id; empty when the page gave none
    private record Page(String address, String words, String document) {

        boolean matches(String search) {
            return (address + " " + words).toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
        }
    }

    private final SourcesViewModel model;
    private final List<Page> pages;
    private final SimpleStringProperty search = new SimpleStringProperty("");
    private final VBox rows = new VBox();

    PagesSection(SourcesViewModel model, SourceDetail detail) {
        this.model = model;
        this.pages = pages(detail);
        search.subscribe(this::fill);
    }

    private static List<Page> pages(SourceDetail detail) {
        var pages = new ArrayList<Page>();
        detail.skipped().forEach(group -> group.paths()
                .forEach(path -> pages.add(new Page(path, SourceWords.capital(group.why()), ""))));
        for (Entry entry : detail.entries()) {
            String address = entry.capture().address().isEmpty() ? entry.path() : entry.capture().address();
            String choice = detail.settings().choices().getOrDefault(address, "");
            String how = choice.isEmpty() || choice.equals("article")
                    ? ""
                    : choice.equals("body") ? " · whole body" : " · " + choice.replaceFirst("^css:", "");
            pages.add(new Page(address, entry.title() + how, entry.id()));
        }
        return pages;
    }

    Node root() {
        var all = new VBox(4, Labels.of("Pages", "t-label"));
        if (pages.size() > SEARCHED) {
            all.getChildren().add(new SearchField("find-page", "Find a page", search).root());
        }
        all.getChildren().add(rows);
        return all;
    }

    private void fill(String words) {
        List<Page> shown = pages.stream().filter(page -> page.matches(words)).toList();
        rows.getChildren().clear();
        for (int index = 0; index < Math.min(MOST, shown.size()); index++) {
            rows.getChildren().add(row(index, shown.get(index)));
        }
        if (shown.isEmpty()) {
            rows.getChildren().add(Labels.wrapped(pages.isEmpty() ? "No page yet." : "No page holds that.",
                    "t-soft"));
        }
        if (shown.size() > MOST) {
            rows.getChildren().add(Labels.wrapped("And " + Words.number(shown.size() - (long) MOST)
                    + " more. Search to narrow them.", "t-soft"));
        }
    }

    private Node row(int index, Page page) {
        boolean came = !page.document().isEmpty();
        var words = new VBox(1, Labels.of(page.words(), came ? "t-plain" : "t-warn"),
                Labels.of(SourceWords.page(page.address()), "t-mono", "t-soft"));
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(10, came
                ? Icons.of(Feather.CHECK, "icon-good")
                : Icons.of(Feather.ALERT_TRIANGLE,
                        "icon-warn"),
                words);
        line.setAlignment(Pos.CENTER_LEFT);
        WideButton row = WideButton.row("page-" + index, page.address() + ": " + page.words(), line,
                () -> open(page));
        row.getStyleClass().add("tall-row");
        return row;
    }

    private void open(Page page) {
        if (page.document().isEmpty()) {
            model.open(page.address());
        } else {
            model.showDocument(page.document());
        }
    }
}
