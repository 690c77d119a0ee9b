package fettle.token.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a template that is carried out.
sealed interface Statement {

    int line();

    record Text(int line, String text) implements Statement {}

    record Output(int line, Expression value) implements Statement {}

    record If(int line, Expression condition, List<Statement> then, List<Statement> otherwise) implements Statement {}

    record For(int line, List<String> names, Expression items, @Nullable Expression only, List<Statement> body,
            List<Statement> otherwise) implements Statement {}

    /// `attribute` is empty unless a namespace's field is set.
    record Set(int line, String name, String attribute, Expression value) implements Statement {}

    record SetBlock(int line, String name, List<Statement> body) implements Statement {}

    /// Rendered where it stands, such as what lies between `generation` and `endgeneration`.
    record Block(int line, List<Statement> body) implements Statement {}

    record Break(int line) implements Statement {}

    record Continue(int line) implements Statement {}
}
