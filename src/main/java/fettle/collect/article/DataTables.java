// After Readability.js 0.6.0 of Mozilla (https://github.com/mozilla/readability), itself after Arc90's readability.js.
// Copyright (c) 2010 Arc90 Inc; Apache License, Version 2.0. Rewritten for jsoup.
package fettle.collect.article;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Tells tables of data from those that only lay a page out.
final class DataTables {

    private final Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());

    /// Looks at the tables below `root` as they are now.
    DataTables(Element root) {
        Dom.all(root, "table").stream().filter(DataTables::holdsData).forEach(found::add);
    }

    boolean contains(Element table) {
        return found.contains(table);
    }

    private static boolean holdsData(Element table) {
        if (table.attr("role").equals("presentation") || table.attr("datatable").equals("0")) {
            return false;
        }
        List<Element> captions = Dom.all(table, "caption");
        boolean captioned = !captions.isEmpty() && captions.getFirst().childNodeSize() > 0;
        if (!table.attr("summary").isEmpty() || captioned
                || !Dom.all(table, "col", "colgroup", "tfoot", "thead", "th").isEmpty()) {
            return true;
        }
        return Dom.all(table, "table").isEmpty() && isLarge(table);
    }

    private static boolean isLarge(Element table) {
        int rows = 0;
        int columns = 0;
        for (Element row : Dom.all(table, "tr")) {
            rows += span(row, "rowspan");
            columns = Math.max(columns, Dom.all(row, "td").stream().mapToInt(cell -> span(cell, "colspan")).sum());
        }
        return columns != 1 && rows != 1 && (rows >= 10 || columns > 4 || rows * columns > 10);
    }

    private static int span(Element element, String attribute) {
        String text = element.attr(attribute).strip();
        return text.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text) : 1;
    }
}
