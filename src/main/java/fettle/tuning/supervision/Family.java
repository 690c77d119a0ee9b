package fettle.tuning.supervision;

import fettle.example.Turn;
import fettle.job.ExpectedException;
import fettle.token.Encoding;
import fettle.token.bpe.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/// Models that see a row alike: how they write it down, how they count it, and where they cut it.
public sealed interface Family {

    /// Stable, for settings, such as "local:sample" or "gpt-4o".
    String id();

    /// For people.
    String name();

    /// Tokens of a row; what follows is cut off.
    int limit();

    /// The row as it will be trained. Throws an [ExpectedException] of kind "bad-template" with the template's own
    /// sentence when it refuses the row.
    Supervision of(ObjectNode body) throws ExpectedException;

    /// The same with another limit.
    Family withLimit(int newLimit);

    /// A model on this machine, exactly as the engine trains it.
    ///
    /// @param assistantOnly the recipe's assistant_only_loss
    record Local(String id, String name, ChatFormat format, Tokenizer tokenizer, int limit, boolean assistantOnly)
            implements
                Family {

        @Override
        public Supervision of(ObjectNode body) throws ExpectedException {
            List<Turn> turns = Turn.of(body);
            Supervision shown = Painter.paint(new FormatScript(format, turns), assistantOnly, Coding.of(tokenizer),
                    limit, notes(body, turns));
            return doubled(shown)
                    ? shown.noting("The text begins with " + bos()
                            + " twice. Take it out of the messages: the template writes it already.")
                    : shown;
        }

        private List<String> notes(ObjectNode body, List<Turn> turns) {
            var notes = new ArrayList<>(Notes.of(turns));
            if (!assistantOnly) {
                notes.addFirst("The recipe has assistant_only_loss off, so every token is learned, questions too.");
            }
            if (body.has("tools")) {
                notes.add("The row's tools are not written: this engine trains on the messages alone.");
            }
            return notes;
        }

        private String bos() {
            return String.valueOf(format.variables().getOrDefault("bos_token", ""));
        }

        private boolean doubled(Supervision shown) {
            OptionalInt bos = bos().isEmpty() ? OptionalInt.empty() : tokenizer.idOf(bos());
            return bos.isPresent() && shown.row().length() > 1 && shown.row().id(0) == bos.getAsInt()
                    && shown.row().id(1) == bos.getAsInt();
        }

        @Override
        public Local withLimit(int newLimit) {
            return new Local(id, name, format, tokenizer, newLimit, assistantOnly);
        }
    }

    /// A hosted model whose template is not published.
    record Hosted(String id, String name, Encoding encoding, int limit) implements Family {

        @Override
        public Supervision of(ObjectNode body) {
            var notes = new ArrayList<String>();
            notes.add(
                    "OpenAI does not publish its template: marks are drawn in ‹angle brackets› and counted by the chat "
                            + "formula, 3 a message and 3 for the reply.");
            notes.addAll(Notes.of(Turn.of(body)));
            if (body.has("tools")) {
                notes.add("The row's tools take tokens too; nobody outside OpenAI knows how many.");
            }
            return HostedFormula.of(body, encoding, limit, notes);
        }

        @Override
        public Hosted withLimit(int newLimit) {
            return new Hosted(id, name, encoding, newLimit);
        }
    }

    /// A well-known open template. Its layout is the family's; the tokens are counted in o200k_base, each mark as one.
    record Open(String id, String name, OpenTemplate template, int limit) implements Family {

        @Override
        public Supervision of(ObjectNode body) throws ExpectedException {
            var notes = new ArrayList<String>();
            notes.add(
                    "An estimate: tokens are counted in o200k_base, each mark of the template as one. Add the model on "
                            + "Models to count as it does.");
            if (!template.bos().isEmpty()) {
                notes.add("The template writes " + template.bos()
                        + " itself: a trainer that adds special tokens as well writes it twice.");
            }
            var script = MessageScript.of(template.format(body.path("tools")), body);
            notes.addAll(Notes.of(script.turns()));
            return Painter.paint(script, true, template.coding(), limit, notes);
        }

        @Override
        public Open withLimit(int newLimit) {
            return new Open(id, name, template, newLimit);
        }
    }

    /// Those that need nothing from this machine: hosted ones first.
    static List<Family> known() {
        var all = new ArrayList<Family>();
        all.add(new Hosted("gpt-4o", "OpenAI gpt-4o, gpt-4.1 (o200k_base)", Encoding.O200K_BASE, 65_536));
        all.add(new Hosted("gpt-3.5-turbo", "OpenAI gpt-3.5-turbo (cl100k_base)", Encoding.CL100K_BASE, 16_385));
        for (OpenTemplate template : OpenTemplate.values()) {
            all.add(new Open(template.id(), template.title(), template, template.usualLimit()));
        }
        return List.copyOf(all);
    }
}
