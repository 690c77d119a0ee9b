package fettle.ui.example.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.example.ExampleRow;
import fettle.example.ExampleView;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SelectionTest {

    private final Selection selection = new Selection();

    @Test
    void actsOnTheViewWhenNothingIsSelected() {
        selection.show(new Ids(5, 3, 9), true);
        assertEquals("the 3 examples shown", selection.targets(true).words());
        assertEquals("all 3 examples", selection.targets(false).words());
        assertArrayEquals(new long[]{5, 3, 9}, selection.targets(true).ids());
    }

    @Test
    void theFirstRowThatIsAddedTakesTheOpenOneAlong() {
        selection.show(new Ids(5, 3, 9, 7), true);
        selection.only(0);
        selection.toggle(2, 0);
        assertArrayEquals(new long[]{5, 9}, selection.targets(true).ids());
        assertEquals("2 selected examples", selection.targets(true).words());
        selection.toggle(2, 0);
        assertEquals("the selected example", selection.targets(true).words());
    }

    @Test
    void reachesFromWhereItBegan() {
        selection.show(new Ids(5, 3, 9, 7), true);
        selection.only(2);
        selection.reach(0, 2);
        assertArrayEquals(new long[]{5, 3, 9}, selection.targets(true).ids());
        selection.reach(3, 2);
        assertArrayEquals(new long[]{9, 7}, selection.targets(true).ids());
    }

    @Test
    void everythingIsAStateAndTouchesNoRow() {
        ExampleView million = new Ids(LongStream.rangeClosed(1, 10).toArray()) {
            @Override
            public long id(int index) {
                throw new AssertionError("touched row " + index);
            }
        };
        selection.show(million, true);
        selection.everything();
        assertEquals("10 selected examples", selection.targets(false).words());
        assertTrue(selection.contains(4));
    }

    @Test
    void oneRowCanLeaveEverything() {
        selection.show(new Ids(5, 3, 9), true);
        selection.everything();
        selection.toggle(1, 0);
        assertArrayEquals(new long[]{5, 9}, selection.targets(true).ids());
    }

    @Test
    void isTakenUpAgainByItsWords() {
        selection.show(new Ids(5, 3, 9, 4), true);
        selection.only(0);
        selection.toggle(1, 0);
        selection.toggle(3, 0);
        assertEquals("3-5", selection.words());
        var later = new Selection();
        later.restore(selection.words());
        later.show(new Ids(4, 8, 3), false);
        assertArrayEquals(new long[]{4, 3}, later.targets(true).ids());
        later.show(new Ids(4, 8, 3), true);
        assertEquals("2 selected examples", later.targets(true).words());

        selection.everything();
        later.restore(selection.words());
        later.show(new Ids(4, 8, 3), false);
        assertEquals("3 selected examples", later.targets(true).words());
        later.restore("everything else, 7-x");
        later.show(new Ids(4, 8, 3), false);
        assertEquals("all 3 examples", later.targets(false).words());
    }

    @Test
    void letsGoOfRowsThatAreNoLongerShown() {
        selection.show(new Ids(5, 3, 9), true);
        selection.toggle(0, -1);
        selection.toggle(2, 0);
        selection.show(new Ids(9, 8), false);
        assertArrayEquals(new long[]{9}, selection.targets(true).ids());
        assertFalse(selection.contains(5));
    }

    @Test
    void everythingEndsWithItsQueryButNotWithAnEdit() {
        selection.show(new Ids(5, 3, 9), true);
        selection.everything();
        selection.show(new Ids(5, 9), true);
        assertEquals("2 selected examples", selection.targets(true).words());
        selection.show(new Ids(5, 9, 8, 1), false);
        assertEquals("the 4 examples shown", selection.targets(true).words());
    }

    /// A view of bare ids.
    private static class Ids implements ExampleView {

        private final long[] ids;

        Ids(long... ids) {
            this.ids = ids;
        }

        @Override
        public int size() {
            return ids.length;
        }

        @Override
        public long id(int index) {
            return ids[index];
        }

        @Override
        public ExampleRow row(int index) {
            throw new UnsupportedOperationException("no rows here");
        }

        @Override
        public int indexOf(long id) {
            return LongStream.of(ids).boxed().toList().indexOf(id);
        }
    }
}
