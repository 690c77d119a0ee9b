package fettle.example;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/// The way through the history from just after one step to just after another: back to where both came from, then
/// forward. A step's parent always has the smaller number; 0 is the beginning.
///
/// @param back the steps to undo, newest first
/// @param forth the steps to do again, oldest first
public record Route(List<Long> back, List<Long> forth) {

    public static Route between(long from, long to, LongUnaryOperator parent) {
        var back = new ArrayList<Long>();
        var forth = new ArrayList<Long>();
        long here = from;
        long there = to;
        while (here != there) {
            if (here > there) {
                back.add(here);
                here = parent.applyAsLong(here);
            } else {
                forth.add(there);
                there = parent.applyAsLong(there);
            }
        }
        return new Route(List.copyOf(back), List.copyOf(forth.reversed()));
    }
}
