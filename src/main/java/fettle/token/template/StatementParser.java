package fettle.token.template;

import fettle.token.template.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads text, outputs and tags.
final class StatementParser {

    private final Lexemes lexemes;
    private final ExpressionParser expressions;

    StatementParser(Lexemes lexemes) {
        this.lexemes = lexemes;
        expressions = new ExpressionParser(lexemes);
    }

    List<Statement> parse() {
        List<Statement> statements = until(Set.of());
        if (lexemes.peek().kind() != Kind.END) {
            throw new TemplateProblem(lexemes.peek().line(),
                    "has `{% " + lexemes.peekAfter().text() + " %}` without its beginning");
        }
        return statements;
    }

    /// All statements up to a tag whose first word is one of `ends`, which is left to be read.
    private List<Statement> until(Set<String> ends) {
        var statements = new ArrayList<Statement>();
        while (true) {
            Lexeme lexeme = lexemes.peek();
            switch (lexeme.kind()) {
                case TEXT -> statements.add(new Statement.Text(lexeme.line(), lexemes.next().text()));
                case OPEN_OUTPUT -> {
                    lexemes.next();
                    statements.add(new Statement.Output(lexeme.line(), expressions.tuple()));
                    lexemes.close();
                }
                case OPEN_TAG -> {
                    String word = lexemes.peekAfter().text();
                    if (ends.contains(word) || word.startsWith("end") || word.startsWith("el")) {
                        return statements;
                    }
                    lexemes.next();
                    statements.add(tag(lexeme.line()));
                }
                default -> {
                    return statements;
                }
            }
        }
    }

    private Statement tag(int line) {
        String word = lexemes.name();
        return switch (word) {
            case "if" -> condition(line);
            case "for" -> loop(line);
            case "set" -> assignment(line);
            case "generation" -> {
                lexemes.close();
                yield new Statement.Block(line, body("endgeneration", line));
            }
            case "break" -> {
                lexemes.close();
                yield new Statement.Break(line);
            }
            case "continue" -> {
                lexemes.close();
                yield new Statement.Continue(line);
            }
            default -> throw new TemplateProblem(line, "has `{% " + word + " %}`, which Fettle does not render");
        };
    }

    private Statement condition(int line) {
        Expression condition = expressions.tuple();
        lexemes.close();
        List<Statement> then = until(Set.of("elif", "else", "endif"));
        int next = open(line, "if");
        if (lexemes.acceptName("elif")) {
            return new Statement.If(line, condition, then, List.of(condition(next)));
        }
        List<Statement> otherwise = List.of();
        if (lexemes.acceptName("else")) {
            lexemes.close();
            otherwise = until(Set.of("endif"));
            open(line, "if");
        }
        end("endif");
        return new Statement.If(line, condition, then, otherwise);
    }

    private Statement loop(int line) {
        var names = new ArrayList<String>();
        boolean bracket = lexemes.accept("(");
        do {
            names.add(lexemes.name());
        } while (lexemes.accept(","));
        if (bracket) {
            lexemes.expect(")");
        }
        lexemes.expectName("in");
        Expression items = expressions.withoutCondition();
        @Nullable
        Expression only = lexemes.acceptName("if") ? expressions.expression() : null;
        if (lexemes.isName("recursive")) {
            throw new TemplateProblem(line, "has a recursive loop, which Fettle does not render");
        }
        lexemes.close();
        List<Statement> body = until(Set.of("else", "endfor"));
        open(line, "for");
        List<Statement> otherwise = List.of();
        if (lexemes.acceptName("else")) {
            lexemes.close();
            otherwise = until(Set.of("endfor"));
            open(line, "for");
        }
        end("endfor");
        return new Statement.For(line, names, items, only, body, otherwise);
    }

    private Statement assignment(int line) {
        String name = lexemes.name();
        String attribute = lexemes.accept(".") ? lexemes.name() : "";
        if (lexemes.accept("=")) {
            Expression value = expressions.tuple();
            lexemes.close();
            return new Statement.Set(line, name, attribute, value);
        }
        if (!attribute.isEmpty() || lexemes.peek().kind() != Kind.CLOSE) {
            throw new TemplateProblem(line,
                    "has a `set` that Fettle does not know: it sets one name, or one field of a "
                            + "namespace");
        }
        lexemes.close();
        return new Statement.SetBlock(line, name, body("endset", line));
    }

    private List<Statement> body(String endWord, int line) {
        List<Statement> body = until(Set.of(endWord));
        open(line, endWord.substring(3));
        end(endWord);
        return body;
    }

    private int open(int line, String word) {
        if (lexemes.peek().kind() != Kind.OPEN_TAG) {
            throw new TemplateProblem(line, "opens `{% " + word + " %}`, which is never ended");
        }
        return lexemes.next().line();
    }

    private void end(String word) {
        lexemes.expectName(word);
        lexemes.close();
    }
}
