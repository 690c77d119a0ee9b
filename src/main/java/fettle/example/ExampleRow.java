package fettle.example;

import fettle.example.Example.Origin;
import java.util.List;
import java.util.OptionalDouble;

/// An example as lists show it: narrow, cheap to make.
///
/// @param tokens by the chat formula, in o200k_base; -1 while not counted
/// @param assistantTokens of the assistant contents alone; -1 while not counted
/// @param origin where it came from; its line is 0
/// @param question first user text, at most 200 characters, line breaks as blanks
/// @param answer last assistant text, likewise
/// @param split which side of the split it is on
/// @param duplicate whether an earlier row has the same body
/// @param remarks what people say of it
/// @param trainedTokens of the contents that a trainer learns; -1 while not counted
/// @param score what the last scoring gave it
public record ExampleRow(long id, ExampleStatus status, List<String> tags, int turns, int tokens, int assistantTokens,
        boolean edited, Origin origin, String question, String answer, Side split, boolean duplicate, Remarks remarks,
        int trainedTokens, OptionalDouble score) {

    /// Which side of the split a row is on.
    public enum Side {
        NONE, TRAIN, VALIDATION
    }

    /// The file or document that it came from.
    public String source() {
        return origin.source();
    }
}
