package fettle.ui.control.text;

import fettle.ui.control.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Markdown drawn for reading: paragraphs, headings, lists, quotes, code and tables. Nothing in it is fetched or run.
public final class MarkdownView {

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    /// Longer texts are drawn up to here, with a line that says so.
    private static final int MOST_CHARACTERS = 60_000;

    private MarkdownView() {}

    /// The text as a column of blocks; it takes the width that it is given.
    public static VBox of(String text) {
        boolean whole = text.length() <= MOST_CHARACTERS;
        var column = new VBox();
        column.getStyleClass().add("markdown");
        addBlocks(column, PARSER.parse(whole ? text : text.substring(0, MOST_CHARACTERS)));
        if (!whole) {
            column.getChildren()
                    .add(Labels.wrapped("The text goes on. Open it in the editor to see all of it.", "t-soft"));
        }
        return column;
    }

    private static void addBlocks(VBox column, org.commonmark.node.Node parent) {
        for (var block = parent.getFirstChild(); block != null; block = block.getNext()) {
            column.getChildren().add(block(block));
        }
    }

    private static Node block(org.commonmark.node.Node block) {
        return switch (block) {
            case Heading heading -> styled(MarkdownText.flow(heading), heading.getLevel() < 3 ? "md-h1" : "md-h3");
            case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo() == null ? "" : code.getInfo());
            case IndentedCodeBlock code -> code(code.getLiteral(), "");
            case HtmlBlock html -> code(html.getLiteral(), "html");
            case ListBlock list -> list(list);
            case BlockQuote quote -> quote(quote);
            case TableBlock table -> MarkdownTable.of(table);
            case ThematicBreak _ -> styled(new Region(), "hairline");
            default -> MarkdownText.flow(block);
        };
    }

    private static Node code(String literal, String info) {
        String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        var pane = new ScrollPane(MarkdownText.code(text, info.split("[\\s,{]", 2)[0]));
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return styled(pane, "code-block");
    }

    private static Node list(ListBlock list) {
        var items = new VBox();
        items.getStyleClass().add("md-list");
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var marker = Labels.whole(list instanceof OrderedList ? number++ + "." : "•", "md-list-marker");
            var body = new VBox();
            body.getStyleClass().add(list.isTight() ? "md-tight" : "md-loose");
            addBlocks(body, item);
            HBox.setHgrow(body, Priority.ALWAYS);
            items.getChildren().add(new HBox(marker, body));
        }
        return items;
    }

    private static Node quote(BlockQuote quote) {
        var body = new VBox();
        addBlocks(body, quote);
        return styled(body, "md-quote");
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        if (node instanceof TextFlow flow) {
            flow.getChildren().forEach(part -> part.getStyleClass().add(style + "-text"));
        }
        return node;
    }
}
