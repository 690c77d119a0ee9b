package fettle.token.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries statements out.
final class Renderer {

    private enum Flow {
        NEXT, BREAK, CONTINUE
    }

    private StringBuilder out = new StringBuilder();

    String render(List<Statement> statements, Map<String, Object> names) {
        var globals = new HashMap<>(Globals.FUNCTIONS);
        globals.putAll(names);
        run(statements, new Scope(globals, null));
        return out.toString();
    }

    private Flow run(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            Flow flow;
            try {
                flow = run(statement, scope);
            } catch (TemplateProblem problem) {
                throw problem.in(statement.line());
            }
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow run(Statement statement, Scope scope) {
        return switch (statement) {
            case Statement.Text(_, String text) -> {
                out.append(text);
                yield Flow.NEXT;
            }
            case Statement.Output(_, Expression value) -> {
                out.append(Values.text(Evaluator.value(value, scope)));
                yield Flow.NEXT;
            }
            case Statement.If(_, Expression condition, var then, var otherwise) -> run(
                    Values.isTrue(Evaluator.value(condition, scope)) ? then : otherwise, scope);
            case Statement.For loop -> loop(loop, scope);
            case Statement.Set set -> {
                set(set, scope);
                yield Flow.NEXT;
            }
            case Statement.SetBlock(_, String name, var body) -> {
                scope.names().put(name, captured(body, scope));
                yield Flow.NEXT;
            }
            case Statement.Block(_, var body) -> run(body, scope);
            case Statement.Break _ -> Flow.BREAK;
            case Statement.Continue _ -> Flow.CONTINUE;
        };
    }

    private String captured(List<Statement> body, Scope scope) {
        StringBuilder outside = out;
        out = new StringBuilder();
        try {
            run(body, scope.inner());
            return out.toString();
        } finally {
            out = outside;
        }
    }

    private static void set(Statement.Set set, Scope scope) {
        Object value = Evaluator.value(set.value(), scope);
        if (set.attribute().isEmpty()) {
            scope.names().put(set.name(), value);
        } else if (scope.find(set.name()) instanceof Namespace namespace) {
            namespace.fields().put(set.attribute(), value);
        } else {
            throw new TemplateProblem("sets a field of `" + set.name() + "`, which is not a namespace");
        }
    }

    private Flow loop(Statement.For loop, Scope scope) {
        var items = new ArrayList<Object>();
        for (Object item : Values.items(Evaluator.value(loop.items(), scope))) {
            if (loop.only() == null || Values.isTrue(Evaluator.value(loop.only(), bound(loop, item, scope)))) {
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            return run(loop.otherwise(), scope);
        }
        for (int i = 0; i < items.size(); i++) {
            Scope inner = bound(loop, items.get(i), scope);
            inner.names().put("loop", place(items, i));
            if (run(loop.body(), inner) == Flow.BREAK) {
                break;
            }
        }
        return Flow.NEXT;
    }

    private static Scope bound(Statement.For loop, Object item, Scope scope) {
        Scope inner = scope.inner();
        if (loop.names().size() == 1) {
            inner.names().put(loop.names().getFirst(), item);
            return inner;
        }
        List<?> parts = Values.items(item);
        if (parts.size() != loop.names().size()) {
            throw new TemplateProblem("takes " + loop.names().size() + " values from " + Values.repr(item));
        }
        for (int i = 0; i < parts.size(); i++) {
            @Nullable
            Object part = parts.get(i);
            inner.names().put(loop.names().get(i), part == null ? None.NONE : part);
        }
        return inner;
    }

    private static Map<String, Object> place(List<Object> items, int i) {
        var loop = new HashMap<String, Object>();
        loop.put("index", i + 1L);
        loop.put("index0", (long) i);
        loop.put("revindex", (long) items.size() - i);
        loop.put("revindex0", items.size() - i - 1L);
        loop.put("first", i == 0);
        loop.put("last", i == items.size() - 1);
        loop.put("length", (long) items.size());
        if (i > 0) {
            loop.put("previtem", items.get(i - 1));
        }
        if (i + 1 < items.size()) {
            loop.put("nextitem", items.get(i + 1));
        }
        loop.put("cycle", (Function) (arguments, _) -> arguments.get(i % arguments.size()));
        return loop;
    }
}
