package fettle.chunk;

import java.util.ArrayList;
import java.util.List;

/// Breaks blocks that are over the limit into units that are not: fences on their lines, tables on their rows, lists into
/// their items, text at its sentences.
final class MarkdownUnits {

    /// Room for a line that closes a fence.
    private static final int ROOM = 8;

    private final Slices slices;
    private final List<Unit> units = new ArrayList<>();

    private MarkdownUnits(Slices slices) {
        this.slices = slices;
    }

    static List<Unit> of(Slices slices) {
        var made = new MarkdownUnits(slices);
        MarkdownBlocks.of(slices.text()).forEach(block -> made.add(block, true));
        return made.units;
    }

    private void add(Block block, boolean atTop) {
        if (!leavesAFenceOpen(block) && slices.fits(block.start(), block.end())) {
            units.add(switch (block) {
                case Block.Heading(int start, int end, int level, String title) when atTop -> new Unit(start, end, "",
                        "", level, title);
                case Block.FrontMatter(int start, int end) -> new Unit(start, end, "", "", -1, "");
                default -> Unit.plain(new Span(block.start(), block.end()));
            });
            return;
        }
        switch (block) {
            case Block.Container container when !container.children().isEmpty() -> container.children()
                    .forEach(child -> add(child, false));
            case Block.Fence fence -> addFence(fence);
            case Block.Table table -> addTable(table);
            default -> addText(block.start(), block.end());
        }
    }

    private static boolean leavesAFenceOpen(Block block) {
        return switch (block) {
            case Block.Fence fence -> !fence.closed();
            case Block.Container container -> container.children().stream().anyMatch(MarkdownUnits::leavesAFenceOpen);
            default -> false;
        };
    }

    private void addFence(Block.Fence fence) {
        String lead = fence.opening() + "\n";
        String trail = "\n" + fence.closing();
        int openingLine = slices.tokens(fence.start(), fence.bodyStart());
        if (Math.max(openingLine, slices.counter().count(lead + trail)) * 2 > slices.limit()) {
            addText(fence.start(), fence.end());
            return;
        }
        List<Integer> lines = lineEnds(fence.bodyStart(), fence.bodyEnd());
        int from = fence.start();
        String before = "";
        while (true) {
            String after = fence.closed() ? "" : trail;
            if (fitsWith(before, from, fence.end(), after)) {
                units.add(new Unit(from, fence.end(), before, after, 0, ""));
                return;
            }
            int first = Math.max(from, fence.bodyStart());
            int end = furthest(new Frame(before, from, first, trail), lines, fence.bodyEnd());
            units.add(new Unit(from, end, before, trail, 0, ""));
            boolean withinALine = slices.text().charAt(end - 1) != '\n';
            before = withinALine ? lead + fence.indent() : lead;
            from = end;
        }
    }

    /// What stands around a piece of code: `from` is where the slice begins, `first` where its code does.
    private record Frame(String before, int from, int first, String after) {}

    /// The end of the last line up to which the code fits into its frame; part of a line where one line alone does not
    /// fit. Something always stays for the closing line.
    private int furthest(Frame frame, List<Integer> lines, int to) {
        int next = 0;
        while (next < lines.size() && lines.get(next) <= frame.first()) {
            next++;
        }
        int last = Gallop.last(next, lines.size() - 1,
                line -> fitsWith(frame.before(), frame.from(), lines.get(line), frame.after()));
        if (last >= next) {
            return lines.get(last);
        }
        int room = slices.limit() - slices.counter().count(frame.before() + frame.after())
                - slices.tokens(frame.from(), frame.first());
        int most = Math.max(frame.first() + 1, to - 1);
        int end = slices.furthest(frame.first(), most, Math.max(1, room));
        while (end > frame.first() + 2 && !fitsWith(frame.before(), frame.from(), end, frame.after())) {
            end = slices.furthest(frame.first(), frame.first() + (end - frame.first()) * 3 / 4, slices.limit());
        }
        return end;
    }

    private List<Integer> lineEnds(int from, int to) {
        var ends = new ArrayList<Integer>();
        for (int at = from; at < to; at = ends.getLast()) {
            int newline = slices.text().indexOf('\n', at);
            ends.add(newline < 0 || newline >= to ? to : newline + 1);
        }
        return ends;
    }

    private boolean fitsWith(String before, int from, int to, String after) {
        return to - from <= (long) slices.limit() * Slices.CHARACTERS_PER_TOKEN
                && slices.counter().count(before + slices.trimmed(from, to) + after) <= slices.limit();
    }

    private void addTable(Block.Table table) {
        String head = slices.text().substring(slices.trimmedStart(table.start(), table.bodyStart()), table.bodyStart());
        if (slices.counter().count(head) * 2 > slices.limit()) {
            addText(table.start(), table.end());
            return;
        }
        List<Integer> rows = lineEnds(table.bodyStart(), table.end());
        int from = table.start();
        String before = "";
        for (int row = 0; row < rows.size();) {
            int start = from;
            String lead = before;
            int last = Gallop.last(row, rows.size(), i -> fitsWith(lead, start, rows.get(i), ""));
            if (last >= row) {
                units.add(new Unit(from, rows.get(last), before, "", 0, ""));
            } else { // one row alone is over the limit
                last = row;
                addText(from, rows.get(row));
            }
            before = head;
            from = rows.get(last);
            row = last + 1;
        }
    }

    private void addText(int from, int to) {
        String text = slices.trimmed(from, to);
        boolean fenced = text.contains("```") || text.contains("~~~");
        addText(from, to, fenced ? Math.max(slices.limit() / 2, slices.limit() - ROOM) : slices.limit());
    }

    /// In parts of at most `limit` tokens, less where closing a fence needs the room.
    private void addText(int from, int to, int limit) {
        for (Span part : new PlainSplitter(slices, limit).split(from, to)) {
            String trail = Fences.closing(slices.trimmed(part.start(), part.end())).map(line -> "\n" + line).orElse("");
            if (trail.isEmpty() || fitsWith("", part.start(), part.end(), trail)) {
                units.add(new Unit(part.start(), part.end(), "", trail, 0, ""));
            } else if (limit > 2) {
                addText(part.start(), part.end(), limit / 2);
            } else {
                units.add(Unit.plain(part));
            }
        }
    }
}
