package fettle.ui.example.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.BodyJson;
import fettle.ui.example.editor.MessageForm.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class MessageFormTest {

    private static final ObjectNode ODD = BodyJson.read("""
            {"id":7,"messages":[{"name":"Ada","role":"user","content":[{"type":"text","text":"What?"},\
            {"type":"image_url","image_url":{"url":"x"}}],"weight":1.50},{"role":"assistant","content":null,\
            "tool_calls":[{"id":"c"}]},"stray",{"role":"assistant","content":null}],"tools":[]}""");

    @Test
    void aTextPartIsWrittenAndAllElseStaysKeyForKey() {
        var turn = new EditedTurn(MessageForm.all(ODD).getFirst(), () -> {});
        turn.text(turn.words().getFirst()).set("Where?");
        ObjectNode body = ODD.deepCopy();
        turn.writeInto(body);
        assertEquals(BodyJson.write(ODD).replace("What?", "Where?"), BodyJson.write(body));
    }

    @Test
    void whatIsNoTextIsShownWithAReason() {
        List<MessageForm> forms = MessageForm.all(ODD);
        assertInstanceOf(Piece.Fixed.class, forms.get(0).pieces().get(1));
        assertEquals("Tool calls are shown and kept as they are.",
                ((Piece.Fixed) forms.get(1).pieces().getFirst()).why());
        assertEquals("This turn is not an object with a role.", ((Piece.Fixed) forms.get(2).pieces().getFirst()).why());
        assertTrue(MessageForm.rest(ODD).getFirst().json().contains("\"id\": 7"));
        assertEquals("[ ]", MessageForm.tools(ODD).orElseThrow());
    }

    @Test
    void anAbsentContentStaysNullUntilSomethingIsWritten() {
        var turn = new EditedTurn(MessageForm.all(ODD).get(3), () -> {});
        ObjectNode body = ODD.deepCopy();
        turn.writeInto(body);
        assertEquals(ODD, body);
        turn.text(turn.words().getFirst()).set("Here.");
        turn.writeInto(body);
        assertEquals("Here.", body.path("messages").path(3).path("content").stringValue());
    }

    @Test
    void lineEndsStayOfTheKindThatTheyWere() {
        assertEquals("a\r\nb", LineEnds.restored("a\r\nb", "a\nb"));
        assertEquals("a\r\nb\r\nc", LineEnds.restored("a\r\nb", "a\nb\nc"));
        assertEquals("a\rb", LineEnds.restored("a\rb", LineEnds.shown("a\rb")));
    }

    @Test
    void turnsAreAddedMovedAndTakenAway() {
        ObjectNode added = BodyEdits.withTurn(ODD, 1, "system");
        assertEquals("system", added.path("messages").path(1).path("role").stringValue());
        assertEquals(ODD, BodyEdits.without(added, 1));
        assertEquals(ODD, BodyEdits.moved(BodyEdits.moved(ODD, 0, 3), 3, 0));
    }
}
