package fettle.project.example;

/// One field of one row before and after. A body and a note are texts; all else is a whole number.
record Edit(long row, Field field, Object before, Object after) {

    /// The fields that history knows. The numbers stand in projects, and never change.
    enum Field {
        BODY(1), STATUS(2), TAGS(3), SPLIT(4), BINNED(5), RATING(6), FLAGGED(7), NOTE(8), DATASET(9);

        final int number;

        Field(int number) {
            this.number = number;
        }

        /// Whether its values are whole numbers.
        boolean isNumber() {
            return this != BODY && this != NOTE;
        }

        static Field of(int number) {
            for (Field field : values()) {
                if (field.number == number) {
                    return field;
                }
            }
            throw new IllegalStateException("There is no field " + number + ".");
        }
    }

    Edit reversed() {
        return new Edit(row, field, after, before);
    }

    Edit from(Object newBefore) {
        return new Edit(row, field, newBefore, after);
    }

    Edit with(Object newAfter) {
        return new Edit(row, field, before, newAfter);
    }

    /// Whether the row may repeat another one after it, or no longer.
    boolean concernsDuplicates() {
        return field == Field.BODY || field == Field.BINNED;
    }

    int place() {
        return (int) row - 1;
    }

    int number() {
        return ((Number) after).intValue();
    }

    String text() {
        return (String) after;
    }

    /// Whether it says what is there already.
    boolean isEmpty() {
        return switch (field) {
            case BODY, NOTE -> before.equals(after);
            case STATUS, TAGS, SPLIT, BINNED, RATING, FLAGGED, DATASET ->
                ((Number) before).longValue() == ((Number) after).longValue();
        };
    }
}
