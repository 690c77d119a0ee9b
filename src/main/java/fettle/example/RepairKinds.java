package fettle.example;

import java.util.Set;

/// Which kinds of problems are mended while rows are read. Nothing is changed unless its kind was asked for.
///
/// @param all whether every kind is
/// @param kinds of [RowReader.Fault] that are, when not all
public record RepairKinds(boolean all, Set<String> kinds) {

    public static final RepairKinds NONE = new RepairKinds(false, Set.of());
    public static final RepairKinds ALL = new RepairKinds(true, Set.of());

    public static RepairKinds of(Set<String> kinds) {
        return new RepairKinds(false, Set.copyOf(kinds));
    }

    /// Whether problems of that kind are mended.
    public boolean mend(String kind) {
        return all || kinds.contains(kind);
    }
}
