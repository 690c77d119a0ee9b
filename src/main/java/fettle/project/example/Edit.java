package fettle.project.example;

/// One field of one row before and after. A body is packed bytes; all else is a whole number.
record Edit(long row, Field field, Object before, Object after) {

    /// The fields that history knows. The numbers stand in projects, and never change.
    enum Field {
        BODY(1), STATUS(2), TAGS(3), SPLIT(4), DELETED(5);

        final int number;

        Field(int number) {
            this.number = number;
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

    Edit with(Object newAfter) {
        return new Edit(row, field, before, newAfter);
    }

    int place() {
        return (int) row - 1;
    }

    int number() {
        return ((Number) after).intValue();
    }

    String body() {
        return Packed.unpack((byte[]) after);
    }

    /// Whether it says what is there already.
    boolean isEmpty() {
        return field == Field.BODY
                ? java.util.Arrays.equals((byte[]) before, (byte[]) after)
                : ((Number) before).longValue() == ((Number) after).longValue();
    }
}
