package fettle.ui.source.intake;

import fettle.example.FilePreview;
import fettle.example.ImportSettings;
import fettle.example.Receipt;
import fettle.example.RowReader.Dialect;
import fettle.example.RowReader.Reading;
import fettle.ui.control.Buttons;
import fettle.ui.control.DropDown;
import fettle.ui.control.MenuList;
import fettle.ui.control.Pill;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// What was found out about a file, as pills; each that can be said otherwise opens a list of the other ways.
final class FactPills {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "ISO-8859-15", "windows-1250",
            "windows-1251", "UTF-16LE", "UTF-16BE", "Shift_JIS", "GB18030", "Big5", "EUC-KR");

    private final IntakeViewModel model;
    private final Button shape = Buttons.plain("fact-shape", "", () -> {}, "pill-button", "on");
    private final FactRow root = new FactRow(shape);
    private Object drawn = "";
    private DropDown drop = new DropDown(shape, new MenuList().root(), () -> {});

    FactPills(IntakeViewModel model) {
        this.model = model;
        shape.setMnemonicParsing(false);
        shape.setMinWidth(0);
        shape.setEllipsisString("…");
    }

    Region root() {
        return root;
    }

    /// Shows the facts of a file; drawn anew only when they are others, so that the focus stays.
    void show(FileItem item) {
        FilePreview file = item.preview().orElse(null);
        if (file == null || List.of(item.choice(), file).equals(drawn)) {
            return;
        }
        drawn = List.of(item.choice(), file);
        root.clear();
        Reading reading = item.choice().settings().reading();
        if (!file.sheets().isEmpty()) {
            sheet(file, item.choice().settings());
        }
        file.dialect().ifPresentOrElse(dialect -> table(dialect, item.choice().settings()),
                () -> root.add(fact(capital(file.format()))));
        if (file.sheets().isEmpty()) {
            charset(file, item.choice().settings());
        }
        file.dialect().ifPresent(dialect -> head(dialect, item.choice().settings()));
        if (FactWords.hasLongCells(file)) {
            root.add(fact("Quoted fields over several lines"));
        }
        unused(FactWords.unused(file));
        if (!reading.equals(Reading.USUAL.mending(reading.repairs()))) {
            root.add(pill("fact-reset", "As found", Feather.ROTATE_CCW,
                    _ -> model.reread(with(item.choice().settings(), Reading.USUAL))));
        }
        shape.setText(FactWords.shape(file));
        shape.setTooltip(new Tooltip(shape.getText() + "\n" + file.evidence()));
        shape.setOnAction(_ -> model.map());
        shape.setVisible(true);
    }

    /// Shows the facts that a receipt keeps; nothing can be changed any more.
    void show(Receipt receipt) {
        drawn = receipt;
        root.clear();
        root.add(fact(FactWords.encoding(receipt.encoding())));
        unused(receipt.unused());
        shape.setVisible(false);
        if (!receipt.shape().isEmpty()) {
            Label pill = fact("Shape: " + receipt.shape());
            pill.getStyleClass().add("fact-shape");
            pill.setTooltip(new Tooltip(receipt.evidence()));
            root.add(pill);
        }
    }

    private void unused(List<String> columns) {
        if (!columns.isEmpty()) {
            Label pill = fact("Not used: " + String.join(", ", columns));
            pill.setMinWidth(0);
            pill.setMaxWidth(320);
            pill.setEllipsisString("…");
            pill.setTooltip(new Tooltip(String.join(", ", columns)));
            root.add(pill);
        }
    }

    private void table(Dialect now, ImportSettings settings) {
        choice("fact-separator", FactWords.separator(now.separator()), menu -> {
            menu.heading("What stands between the cells");
            for (char separator : SEPARATORS) {
                row(menu, "separator-" + FactWords.separator(separator), FactWords.separator(separator),
                        separator == now.separator(), () -> dialect(settings,
                                new Dialect(separator, now.quote(), now.backslash(), now.head())));
            }
            menu.heading("What stands around cells");
            for (char quote : new char[]{'"', '\''}) {
                row(menu, "quote-" + (int) quote, FactWords.quote(quote), quote == now.quote(), () -> dialect(
                        settings, new Dialect(now.separator(), quote, now.backslash(), now.head())));
            }
            menu.heading("A quote within a cell");
            row(menu, "quote-twice", "stands twice: \"\"", !now.backslash(), () -> dialect(settings,
                    new Dialect(now.separator(), now.quote(), false, now.head())));
            row(menu, "quote-backslash", "has a backslash before it: \\\"", now.backslash(), () -> dialect(settings,
                    new Dialect(now.separator(), now.quote(), true, now.head())));
        });
    }

    private void head(Dialect now, ImportSettings settings) {
        choice("fact-head", now.head() ? "Header in row 1" : "No header", menu -> {
            row(menu, "head-yes", "Row 1 names the columns", now.head(), () -> dialect(settings,
                    new Dialect(now.separator(), now.quote(), now.backslash(), true)));
            row(menu, "head-no", "Row 1 is a row like any other", !now.head(), () -> dialect(settings,
                    new Dialect(now.separator(), now.quote(), now.backslash(), false)));
        });
    }

    private void sheet(FilePreview file, ImportSettings settings) {
        choice("fact-sheet", "Sheet “" + file.sheet() + "”", menu -> {
            menu.heading("The workbook’s sheets");
            for (String sheet : file.sheets()) {
                row(menu, "sheet-" + sheet, sheet, sheet.equals(file.sheet()), () -> reading(settings,
                        new Reading(settings.reading().repairs(), settings.reading().charset(),
                                settings.reading().dialect(), Optional.of(sheet))));
            }
        });
    }

    private void charset(FilePreview file, ImportSettings settings) {
        choice("fact-charset", FactWords.encoding(file.encoding()), menu -> {
            menu.heading("How the letters are encoded");
            Optional<String> chosen = settings.reading().charset();
            row(menu, "charset-found", "As found", chosen.isEmpty(), () -> charset(settings, Optional.empty()));
            for (String charset : CHARSETS) {
                row(menu, "charset-" + charset, charset, chosen.filter(charset::equals).isPresent(),
                        () -> charset(settings, Optional.of(charset)));
            }
            var other = new TextField();
            other.setId("charset-other");
            other.setPromptText("Another, such as KOI8-R");
            other.setOnAction(_ -> {
                if (isCharset(other.getText())) {
                    charset(settings, Optional.of(other.getText().strip()));
                }
            });
            menu.add(other);
        });
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name.strip());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void charset(ImportSettings settings, Optional<String> charset) {
        reading(settings, new Reading(settings.reading().repairs(), charset, settings.reading().dialect(),
                settings.reading().sheet()));
    }

    private void dialect(ImportSettings settings, Dialect dialect) {
        reading(settings, new Reading(settings.reading().repairs(), settings.reading().charset(),
                Optional.of(dialect), settings.reading().sheet()));
    }

    private void reading(ImportSettings settings, Reading reading) {
        model.reread(with(settings, reading));
    }

    private static ImportSettings with(ImportSettings settings, Reading reading) {
        return new ImportSettings(settings.shape(), settings.map(), reading);
    }

    private static Label fact(String words) {
        Label pill = Pill.of(words, Pill.Tone.OUTLINE);
        pill.getStyleClass().add("fact-pill");
        return pill;
    }

    /// A pill with a list under it.
    private void choice(String id, String words, Consumer<MenuList> fill) {
        var menu = new MenuList();
        root.add(pill(id, words, Feather.CHEVRON_DOWN, button -> {
            drop.close();
            drop = new DropDown(button, menu.root(), menu::clear);
            fill.accept(menu);
            drop.show();
            menu.focusFirst();
        }));
    }

    private static Button pill(String id, String words, Feather icon, Consumer<Button> open) {
        Button button = Buttons.plain(id, words, () -> {}, "pill-button");
        button.setMnemonicParsing(false);
        button.setGraphic(fettle.ui.control.Icons.of(icon));
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setOnAction(_ -> open.accept(button));
        return button;
    }

    private void row(MenuList menu, String id, String words, boolean chosen, Runnable act) {
        MenuList.choose(menu.row(id, chosen ? Feather.CHECK : Feather.CIRCLE, words, "", () -> {
            drop.close();
            act.run();
        }), chosen);
    }

    private static String capital(String words) {
        String bare = words.startsWith("a ") ? words.substring(2) : words;
        return bare.isEmpty() ? "File" : Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }
}
