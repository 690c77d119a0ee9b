package fettle.cli;

import fettle.dataset.DatasetCard;
import fettle.dataset.Export;
import fettle.dataset.ExportDataset;
import fettle.dataset.Format;
import fettle.example.ExampleFilter;
import fettle.example.ExampleQuery;
import fettle.project.Project;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

@picocli.CommandLine.Command(name = "export", description = "Writes files that a trainer reads, with a manifest and a card.")
final class ExportCommand extends ProjectCommand {

    @Option(names = "--format", paramLabel = "FORMAT", description = "openai-chat by default; openai-dpo, prompt-completion, prompt-response, alpaca, sharegpt, trl, kto or csv.")
    private String format = Format.OPENAI_CHAT.word();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path out = Path.of("");

    @Option(names = "--where", paramLabel = "FILTER", description = "Which rows of those not rejected; `dataset = NAME` for another dataset than the main one.")
    private String where = "";

    ExportCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run(Report report) throws Exception {
        Format wanted = Format.of(format);
        ExampleQuery query = ExampleQuery.KEPT.and(ExampleFilter.parse(where));
        try (Project project = read(project())) {
            var card = new DatasetCard(project.name(), where.isEmpty() ? "" : "Rows where " + where + ".",
                    System.currentTimeMillis());
            Export export = watch(
                    new ExportDataset(project.examples(), query, wanted, tools().files(out), card));
            put(export, report);
        }
        return Exit.DONE;
    }

    private void put(Export export, Report report) {
        ArrayNode files = report.fields().putArray("files");
        for (Export.WrittenFile file : export.files()) {
            files.addObject().put("path", file.path()).put("rows", file.rows()).put("bytes", file.bytes())
                    .put("sha256", file.sha256());
            report.say("%-18s %6d rows  %9d bytes  %s", file.path(), file.rows(), file.bytes(), file.sha256());
        }
        ArrayNode leftOut = report.fields().putArray("leftOut");
        export.leftOut().forEach(row -> leftOut.addObject().put("id", row.id()).put("reason", row.reason()));
        if (!export.leftOut().isEmpty()) {
            report.say("%d rows were left out: %s", export.leftOut().size(), export.leftOut().getFirst().reason());
        }
        ArrayNode without = report.fields().putArray("without");
        export.without().forEach(part -> {
            without.addObject().put("what", part.what()).put("rows", part.rows()).put("firstId", part.firstId());
            report.say("%d rows were written without their %s.", part.rows(), part.what());
        });
        report.say("Written to %s.", out.toAbsolutePath().normalize());
    }
}
