package fettle.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Places labels side by side, each as near to its anchor as the others allow; none overlaps another.
final class LabelRow {

    private LabelRow() {}

    /// The left edges of labels that want to be centred at `anchors` (ascending) and have `widths`, within 0..`room` with
    /// `gap` between them. When they cannot all fit, they are packed from the left.
    static double[] place(double[] anchors, double[] widths, double gap, double room) {
        var groups = new ArrayList<Group>();
        for (int label = 0; label < anchors.length; label++) {
            groups.add(new Group(label, label, anchors[label] - widths[label] / 2, widths[label]));
            join(groups, gap, room);
        }
        double[] lefts = new double[anchors.length];
        for (Group group : groups) {
            double left = group.placed(room);
            for (int label = group.first; label <= group.last; label++) {
                lefts[label] = left;
                left += widths[label] + gap;
            }
        }
        return lefts;
    }

    /// Whether all of them fit into `room`.
    static boolean fits(double[] widths, double gap, double room) {
        return Arrays.stream(widths).sum() + gap * Math.max(0, widths.length - 1) <= room;
    }

    private static void join(List<Group> groups, double gap, double room) {
        while (groups.size() > 1) {
            Group right = groups.getLast();
            Group left = groups.get(groups.size() - 2);
            if (left.placed(room) + left.width + gap <= right.placed(room)) {
                return;
            }
            groups.removeLast();
            groups.removeLast();
            groups.add(left.with(right, gap));
        }
    }

    /// Labels that stand shoulder to shoulder; `wish` is the left edge that suits them best together.
    private record Group(int first, int last, double wish, double width) {

        Group with(Group right, double gap) {
            int mine = last - first + 1;
            int theirs = right.last - right.first + 1;
            double shifted = right.wish - width - gap;
            return new Group(first, right.last, (wish * mine + shifted * theirs) / (mine + theirs),
                    width + gap + right.width);
        }

        double placed(double room) {
            return Math.max(0, Math.min(wish, room - width));
        }
    }
}
