package fettle.project.material;

/// Ids as people see them: a letter and the number of the database's row.
final class Ids {

    private Ids() {}

    static String text(char letter, long number) {
        return letter + Long.toString(number);
    }

    /// The number of an id; -1, which no row has, for anything else.
    static long number(char letter, String id) {
        if (id.length() < 2 || id.length() > 18 || id.charAt(0) != letter) {
            return -1;
        }
        for (int place = 1; place < id.length(); place++) {
            if (id.charAt(place) < '0' || id.charAt(place) > '9') {
                return -1;
            }
        }
        return Long.parseLong(id.substring(1));
    }
}
