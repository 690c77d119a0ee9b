package fettle.collect.web;

import fettle.document.Collector;
import fettle.job.ExpectedException;
import fettle.job.Progress;
import fettle.source.Source;
import fettle.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Reads articles of the web: pages that are named one by one, which make up one source, or those of a site map, which is
/// a source of its own.
public final class ArticleCollector implements Collector {

    /// The location of the source of all pages that were named one by one.
    public static final String PAGES = "articles";

    private final Supplier<Web> web;
    private final Manners manners;

    /// `web` is asked for when there is something to fetch.
    public ArticleCollector(Supplier<Web> web) {
        this(web, Manners.USUAL);
    }

    ArticleCollector(Supplier<Web> web, Manners manners) {
        this.web = web;
        this.manners = manners;
    }

    /// Any address of the web: it is asked after the collectors of repositories.
    @Override
    public boolean accepts(String location) {
        return PageAddress.isWeb(location) || (location.equals(PAGES) && !Files.exists(Path.of(PAGES)));
    }

    @Override
    public Source.Kind kind() {
        return Source.Kind.ARTICLES;
    }

    @Override
    public String sourceOf(String location) throws ExpectedException {
        if (location.equals(PAGES)) {
            return PAGES;
        }
        PageAddress address = PageAddress.of(location);
        return address.isSiteMap() ? address.toString() : PAGES;
    }

    @Override
    public Collected collect(Visit visit, Progress progress) throws IOException, InterruptedException {
        return new SiteVisit(visit, web.get(), manners, progress).collect();
    }

    @Override
    public int changes(Visit visit, Progress progress) throws IOException, InterruptedException {
        return new SiteVisit(visit, web.get(), manners, progress).changes();
    }
}
