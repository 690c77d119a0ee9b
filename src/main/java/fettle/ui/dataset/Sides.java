package fettle.ui.dataset;

import fettle.dataset.Release;
import fettle.example.ExampleQuery;
import fettle.example.ExampleRow.Side;
import fettle.example.ExampleView;
import fettle.job.Progress;
import fettle.job.Work;
import fettle.project.Project;
import fettle.token.Encoding;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the kept rows are divided, and what was released of them.
///
/// @param releases newest first
/// @param encoding in which the project counts
record Sides(int train, int validation, int none, List<Release> releases, Optional<Encoding> encoding) {

    static final Sides NONE = new Sides(0, 0, 0, List.of(), Optional.empty());

    int rows() {
        return train + validation + none;
    }

    boolean split() {
        return train + validation > 0;
    }

    /// The name that the next release would get.
    String next() {
        int last = releases.stream().map(Release::name).filter(name -> name.matches("v\\d{1,6}"))
                .mapToInt(name -> Integer.parseInt(name.substring(1))).max().orElse(0);
        return "v" + (last + 1);
    }

    /// Counts them.
    record Read(Project project) implements Work<Sides> {

        @Override
        public Sides run(Progress progress) throws IOException, InterruptedException {
            ExampleView view = project.examples().view(ExampleQuery.KEPT);
            int[] counts = new int[3];
            for (int index = 0; index < view.size(); index++) {
                progress.stopIfCancelled();
                Side side = view.row(index).split();
                counts[side == Side.TRAIN ? 0 : side == Side.VALIDATION ? 1 : 2]++;
            }
            String label = project.settings().encoding();
            return new Sides(counts[0], counts[1], counts[2], project.releases().releases().reversed(),
                    Arrays.stream(Encoding.values()).filter(known -> known.label().equals(label)).findFirst());
        }
    }
}
