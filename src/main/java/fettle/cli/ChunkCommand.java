package fettle.cli;

import fettle.chunk.CutDocuments;
import fettle.chunk.CutSettings;
import fettle.project.Project;
import fettle.token.Encoding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "chunk", description = "Cuts the documents to a token limit.")
final class ChunkCommand extends ProjectCommand {

    @Option(names = "--tokens", paramLabel = "N", description = "Most tokens of a chunk; the project's by default.")
    private @Nullable Integer tokens;

    @Option(names = "--by", paramLabel = "structure|tokens", description = "Where cuts may fall.")
    private @Nullable String by;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as o200k_base.")
    private @Nullable String encoding;

    ChunkCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        try (Project project = open(project())) {
            var before = project.settings();
            CutSettings cut = settings(before.cut());
            CutDocuments.Result result = watch(new CutDocuments(project.documents(), project.chunks(), cut));
            if (!cut.equals(before.cut())) {
                project.save(before.withCut(cut));
            }
            report.fields().put("documents", result.documents()).put("chunks", result.chunks())
                    .put("tokens", result.tokens()).put("brokenFences", result.brokenFences())
                    .put("overLimit", result.overLimit());
            report.say("%d documents cut into %d chunks of at most %d tokens, %d in all.", result.documents(),
                    result.chunks(), cut.tokens(), result.tokens());
            return result.brokenFences() + result.overLimit() == 0 ? Exit.DONE : Exit.PROBLEMS;
        }
    }

    private CutSettings settings(CutSettings before) throws Exception {
        int limit = tokens == null ? before.tokens() : tokens;
        String name = encoding == null ? before.encoding() : encoding;
        Encoding known = Encoding.named(name); // says which there are
        if (limit < 16) {
            throw new WrongUse("A chunk holds at least 16 tokens, not " + limit + ".", "500 to 2000 is usual.");
        }
        return new CutSettings(limit, by == null ? before.by() : by(by), known.label());
    }

    private static CutSettings.By by(String word) throws WrongUse {
        for (CutSettings.By by : CutSettings.By.values()) {
            if (by.name().toLowerCase(Locale.ROOT).equals(word)) {
                return by;
            }
        }
        throw new WrongUse("Documents cannot be cut by “" + word + "”.", "Cut by structure or tokens.");
    }
}
