package fettle.ui.control.text;

import java.util.BitSet;

/// The colours of a JSON text. A pure function; safe on any thread.
public final class JsonStyles {

    private JsonStyles() {}

    public static Styling of(String text) {
        return new Styling(CodeLexer.spans("json", text, 0, text.length()), new BitSet());
    }
}
