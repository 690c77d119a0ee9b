package fettle.ui.jobs;

import fettle.job.ExpectedException;
import fettle.ui.Drawing;
import fettle.ui.MemoryProject;
import fettle.ui.session.Place;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class JobsPicturesTest {

    @Test
    void drawsTheEmptyScreen() throws Exception {
        drawing().shows("#jobs-to-start").pictures("jobs-empty");
    }

    @Test
    void drawsRunningDoneAndFailedWork() throws Exception {
        Drawing drawing = drawing();
        drawing.then(() -> {
            drawing.session.work("Import answers.jsonl", _ -> 12, _ -> {});
            drawing.session.work("Tuning fettle-base", _ -> {
                throw new ExpectedException("memory", "The base needs 3.1 GB, and 2.0 GB are free.",
                        "Close other programs, or take a smaller batch.");
            }, _ -> {});
            drawing.session.work("Evaluate", progress -> {
                progress.report(6, 24, "near-contracts-t1: What is a yocto?");
                new CountDownLatch(1).await();
                return 0;
            }, _ -> {});
        }).when(() -> drawing.scene().lookup("#jobs") instanceof ListView<?> list && list.getItems().size() == 3
                && list.getItems().toString().contains("6 of 24") && list.getItems().toString().contains("3.1 GB"))
                .pictures("jobs");
    }

    private static Drawing drawing() throws Exception {
        return Drawing.of(new MemoryProject(), Place.JOBS, (session, _) -> new JobsScreen(session));
    }
}
