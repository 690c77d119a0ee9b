package fettle.example;

import fettle.job.ExpectedException;
import java.util.List;

/// What people type into the search field. Words in any order, all of which must occur in the row's texts; `"several words"`
/// occur next to each other in one text; `refun*` is any word that begins so; `-word`, `-"several words"` and `-refun*`
/// must not occur. Case, accents and wide forms do not matter. Chinese, Japanese and Korean need no blanks. The last word
/// counts as a beginning while it is typed: from two letters on, until a blank follows it.
///
/// @param terms as typed; empty when there is nothing to search for
public record SearchText(List<Term> terms) {

    /// Finds every row.
    public static final SearchText ALL = new SearchText(List.of());

    public SearchText {
        terms = List.copyOf(terms);
    }

    /// Words that stand next to each other.
    ///
    /// @param words at least one, folded as [SearchWords] has them
    /// @param beginning whether the last word is only the beginning of one
    /// @param excluded whether they must not occur
    public record Term(List<String> words, boolean beginning, boolean excluded) {

        /// As it stands in [SearchWords#of].
        String needle() {
            return ' ' + String.join(" ", words) + (beginning ? "" : " ");
        }

        boolean occursIn(String words) {
            return words.contains(needle());
        }
    }

    /// A place in a text where a term occurs, in UTF-16 units.
    public record Hit(int start, int end) {}

    /// Reads what was typed; blank text finds every row. Throws an [ExpectedException] of kind "search" when there is text,
    /// but no letter, digit or sign in it that can be searched for.
    public static SearchText parse(String typed) throws ExpectedException {
        List<Term> terms = new SearchParser(typed).terms();
        if (terms.isEmpty() && !typed.isBlank()) {
            throw new ExpectedException("search", "`" + typed.strip() + "` holds no word to search for.",
                    "Type a word; to look for punctuation, filter by text ~ \"…\".");
        }
        return new SearchText(terms);
    }

    /// Whether there is something to search for in what was typed.
    public static boolean isSearchable(String typed) {
        return !new SearchParser(typed).terms().isEmpty();
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /// Whether a row with these texts is found.
    public boolean fits(Iterable<String> texts) {
        return fitsWords(SearchWords.of(texts));
    }

    /// The same for words that [SearchWords#of] has made.
    public boolean fitsWords(String words) {
        for (Term term : terms) {
            if (term.occursIn(words) == term.excluded()) {
                return false;
            }
        }
        return true;
    }

    /// Where the terms occur in a text: in order, apart from each other. What is excluded has no hits. Of a word whose
    /// beginning was typed, the whole word.
    public List<Hit> hits(String text) {
        return terms.stream().allMatch(Term::excluded) ? List.of() : new SearchHits(terms, text).hits();
    }

    /// The terms that must occur.
    public List<Term> wanted() {
        return terms.stream().filter(term -> !term.excluded()).toList();
    }

    /// The terms that must not occur.
    public List<Term> unwanted() {
        return terms.stream().filter(Term::excluded).toList();
    }
}
