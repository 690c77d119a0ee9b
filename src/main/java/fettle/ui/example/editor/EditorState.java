package fettle.ui.example.editor;

import fettle.example.Example;

/// What the editor shows.
public sealed interface EditorState {

    /// Nothing is chosen.
    record Nothing() implements EditorState {}

    /// An example is being read.
    record Opening(long id) implements EditorState {}

    /// An example; its body here is the one on the disk.
    record Open(Example example) implements EditorState {}

    /// It is not there any more.
    record Gone(long id) implements EditorState {}

    /// Whether what is seen is on the disk.
    sealed interface Saved {

        record Untouched() implements Saved {}

        record Underway() implements Saved {}

        record Done() implements Saved {}

        /// `sentence` says why, and that the text is still here.
        record Failed(String sentence) implements Saved {}
    }
}
