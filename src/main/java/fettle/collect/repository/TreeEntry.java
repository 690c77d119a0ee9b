package fettle.collect.repository;

/// One entry of a commit's tree that is not a folder.
///
/// @param path from the root, with forward slashes, as the commit has it
/// @param blob git's hash of its content
/// @param size in bytes; -1 when it is not known
public record TreeEntry(String path, Kind kind, String blob, long size) {

    /// What git keeps there.
    public enum Kind {
        FILE, LINK, SUBMODULE
    }

    /// The kind that git's file mode says, such as "100644".
    public static Kind kind(String mode) {
        return switch (mode) {
            case "120000" -> Kind.LINK;
            case "160000" -> Kind.SUBMODULE;
            default -> Kind.FILE;
        };
    }
}
