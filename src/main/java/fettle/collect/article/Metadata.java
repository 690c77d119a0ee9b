package fettle.collect.article;

/// What a page says about itself. Parts that it does not say are empty.
///
/// @param byline who wrote it
/// @param excerpt its own description
/// @param site such as "The Daily Example"
/// @param published as the page writes it, most often ISO 8601
/// @param licence the address or name of a licence, by `rel=license`
public record Metadata(String title, String byline, String excerpt, String site, String published, String licence) {

    /// Nothing was said.
    public static final Metadata UNSAID = new Metadata("", "", "", "", "", "");

    /// The same with what `other` says where this says nothing.
    Metadata or(Metadata other) {
        return new Metadata(first(title, other.title), first(byline, other.byline), first(excerpt, other.excerpt),
                first(site, other.site), first(published, other.published), first(licence, other.licence));
    }

    Metadata withByline(String newByline) {
        return new Metadata(title, newByline, excerpt, site, published, licence);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
