package fettle.ui.example;

import fettle.token.TokenCounter;
import fettle.ui.example.ask.AskDesk;
import fettle.ui.example.spelling.Dictionaries;
import fettle.ui.example.supervision.FamilyDesk;
import java.util.List;

/// What the screen needs from the rest of the window.
///
/// @param tokens counts what is typed
/// @param tokenLimit tokens that an example may have; at least 1
/// @param importRows asks for files and brings their rows in
/// @param models those that can write examples
/// @param families those that a row can be looked at with
/// @param dictionaries to check spelling with
/// @param ask those that can be asked about a text
public record ExampleTools(TokenCounter tokens, int tokenLimit, Runnable importRows, ModelChoice models,
        FamilyDesk families, AskDesk ask, Dictionaries dictionaries) {

    /// With the families that need nothing from this machine.
    public ExampleTools(TokenCounter tokens, int tokenLimit, Runnable importRows, ModelChoice models) {
        this(tokens, tokenLimit, importRows, models, FamilyDesk.KNOWN, new ChoiceDesk(models),
                new Dictionaries(List.of()));
    }

    /// With the dictionary that comes with Fettle.
    public ExampleTools(TokenCounter tokens, int tokenLimit, Runnable importRows, ModelChoice models,
            FamilyDesk families, AskDesk ask) {
        this(tokens, tokenLimit, importRows, models, families, ask, new Dictionaries(List.of()));
    }
}
