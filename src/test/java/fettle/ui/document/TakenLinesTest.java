package fettle.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fettle.document.PageReader;
import fettle.ui.control.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TakenLinesTest {

    private static final String TAKEN = """
            # Gas

            The [contract](https://example.org/contract) *attaches* gas to the receiver.

            Home is where unburnt gas goes.
            """;

    @Test
    void marksTheLinesThatTheTextWasMadeFrom() {
        var reading = new PageReader.Reading("Gas", TAKEN, """
                Home
                Sign in
                Gas
                The contract attaches gas to the receiver.

                Home is where unburnt gas goes.
                More about gas and other pages of this site""", "", "");
        assertEquals(List.of("Sign in", "More about gas and other pages of this site"),
                TakenLines.of(reading).stream().map(Block.Part.class::cast).filter(part -> !part.taken())
                        .map(Block.Part::text).filter(text -> !text.equals("Home")).toList());
    }

    @Test
    void marksNothingOfAPageThatGaveNothing() {
        var reading = new PageReader.Reading("", "", "Sign in\n\nCookies", "", "");
        assertEquals(List.of(part(false, "Sign in"), part(false, "Cookies")), TakenLines.of(reading));
    }

    @Test
    void aShortLineFarFromWhereTheTextGoesOnIsNotTaken() {
        String text = "Beginning of it all here. " + "word ".repeat(200) + "Search";
        var reading = new PageReader.Reading("", text, "Search\nBeginning of it all here.\nSearch", "", "");
        assertEquals(List.of(false, true, false), TakenLines.of(reading).stream().map(Block.Part.class::cast)
                .map(Block.Part::taken).toList());
    }

    private static Block part(boolean taken, String text) {
        return new Block.Part(taken, text);
    }
}
