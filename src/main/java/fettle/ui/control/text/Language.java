package fettle.ui.control.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a code lexer needs to know of a language.
///
/// @param keywords in lower case where case does not count
/// @param lineComments what begins a comment up to the end of the line
/// @param block what begins and ends a comment over lines; empty for none
/// @param quotes characters that a text stands in
/// @param caseCounts whether `SELECT` and `select` differ
record Language(Set<String> keywords, List<String> lineComments, List<String> block, String quotes,
        boolean caseCounts) {

    private static final List<String> SLASHES = List.of("//");
    private static final List<String> STARS = List.of("/*", "*/");

    private static final Language JAVA = curly("abstract assert boolean break byte case catch char class continue "
            + "default do double else enum extends false final finally float for if implements import instanceof int "
            + "interface long native new null package permits private protected public record return sealed short "
            + "static super switch synchronized this throw throws transient true try var void volatile when while yield "
            + "fun val object companion data lateinit override internal suspend is in string bool using namespace "
            + "foreach async await get set");
    private static final Language SCRIPT = curly("async await break case catch class const continue debugger default "
            + "delete do else enum export extends false finally for from function if implements import in instanceof "
            + "interface keyof let new null of private protected public readonly return static super switch this throw "
            + "true try type typeof undefined var void while with yield");
    private static final Language RUST = new Language(words("as async await break const continue crate dyn else enum "
            + "extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super "
            + "trait true type unsafe use where while i8 i16 i32 i64 u8 u16 u32 u64 u128 usize bool str String"),
            SLASHES, STARS, "\"", true);
    private static final Language GO = curly("break case chan const continue default defer else fallthrough false for "
            + "func go goto if import interface map nil package range return select struct switch true type var");
    private static final Language C = curly(
            "auto bool break case char class const constexpr continue default delete do "
                    + "double else enum explicit extern false float for friend goto if inline int long namespace new nullptr "
                    + "operator private protected public register return short signed sizeof static struct switch template this "
                    + "throw true try typedef typename union unsigned using virtual void volatile while");
    private static final Language PYTHON = new Language(words("and as assert async await break class continue def del "
            + "elif else except False finally for from global if import in is lambda match None nonlocal not or pass "
            + "raise return self True try while with yield"), List.of("#"), List.of(), "\"'", true);
    private static final Language SHELL = new Language(words("case do done echo elif else esac exit export fi for "
            + "function if in local return set then until while cd source sudo"), List.of("#"), List.of(), "\"'", true);
    private static final Language SQL = new Language(words("add all alter and as asc begin between by case commit "
            + "constraint create cross default delete desc distinct drop else end exists foreign from full group having "
            + "in index inner insert integer into is join key left like limit not null offset on or order outer primary "
            + "references right rollback select set table text then union unique update using values view when where "
            + "with"), List.of("--"), STARS, "'", false);
    private static final Language JSON = new Language(words("true false null"), SLASHES, List.of(), "\"", true);
    private static final Language YAML = new Language(words("true false null yes no"), List.of("#"), List.of(), "\"'",
            true);
    private static final Language MARKUP = new Language(Set.of(), List.of(), List.of("<!--", "-->"), "\"", true);
    private static final Language CSS = new Language(words("important inherit initial none auto"), List.of(), STARS,
            "\"'", true);

    private static final Map<String, Language> BY_NAME = Map.ofEntries(Map.entry("java", JAVA),
            Map.entry("kotlin", JAVA), Map.entry("kt", JAVA), Map.entry("scala", JAVA), Map.entry("groovy", JAVA),
            Map.entry("csharp", JAVA), Map.entry("cs", JAVA), Map.entry("swift", JAVA),
            Map.entry("javascript", SCRIPT), Map.entry("js", SCRIPT), Map.entry("jsx", SCRIPT),
            Map.entry("typescript", SCRIPT), Map.entry("ts", SCRIPT), Map.entry("tsx", SCRIPT),
            Map.entry("rust", RUST), Map.entry("rs", RUST), Map.entry("go", GO), Map.entry("c", C), Map.entry("h", C),
            Map.entry("cpp", C), Map.entry("c++", C), Map.entry("python", PYTHON), Map.entry("py", PYTHON),
            Map.entry("bash", SHELL), Map.entry("sh", SHELL), Map.entry("shell", SHELL), Map.entry("console", SHELL),
            Map.entry("zsh", SHELL), Map.entry("sql", SQL), Map.entry("json", JSON), Map.entry("jsonl", JSON),
            Map.entry("yaml", YAML), Map.entry("yml", YAML), Map.entry("toml", YAML), Map.entry("html", MARKUP),
            Map.entry("xml", MARKUP), Map.entry("svg", MARKUP), Map.entry("css", CSS));

    /// The language that a code fence names; empty for one that is not known.
    static Optional<Language> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean isKeyword(String word) {
        return keywords.contains(caseCounts ? word : word.toLowerCase(Locale.ROOT));
    }

    private static Language curly(String keywords) {
        return new Language(words(keywords), SLASHES, STARS, "\"'`", true);
    }

    private static Set<String> words(String all) {
        return Set.of(all.split(" "));
    }
}
