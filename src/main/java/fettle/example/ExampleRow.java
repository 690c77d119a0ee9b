package fettle.example;

import java.util.List;

/// An example as lists show it: narrow, cheap to make.
///
/// @param tokens by the chat formula, in o200k_base; -1 while not counted
/// @param assistantTokens of the assistant contents alone; -1 while not counted
/// @param question first user text, at most 200 characters, line breaks as blanks
/// @param answer last assistant text, likewise
/// @param split which side of the split it is on
/// @param duplicate whether an earlier row has the same body
public record ExampleRow(long id, ExampleStatus status, List<String> tags, int turns, int tokens, int assistantTokens,
        boolean edited, String source, String question, String answer, Side split, boolean duplicate) {

    /// Which side of the split a row is on.
    public enum Side {
        NONE, TRAIN, VALIDATION
    }
}
