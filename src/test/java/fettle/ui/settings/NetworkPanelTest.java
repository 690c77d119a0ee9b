package fettle.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.LightThreads;
import fettle.ui.BlankScreen;
import fettle.ui.MemoryProject;
import fettle.ui.Stand;
import fettle.ui.session.Place;
import fettle.web.NetworkLog;
import fettle.web.RawServer;
import fettle.web.Web;
import fettle.web.WebException;
import fettle.web.WebRequest;
import fettle.web.WebTimes;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class NetworkPanelTest {

    @Test
    void listsEachCallWithoutItsContent() throws Exception {
        var log = new NetworkLog();
        var web = new Web(WebTimes.DEFAULT, LightThreads.executor("net"), log);
        var model = new AtomicReference<NetworkViewModel>();
        Stand stand = Stand.with(made -> {
            model.set(new NetworkViewModel(made.session, log, Platform::runLater));
            new NetworkPanel(model.get(), made.overlay);
            return List.of(new BlankScreen(Place.SOURCES));
        });
        stand.does(() -> {
            stand.session.open(new MemoryProject());
            stand.session.goTo(Place.SOURCES);
            stand.session.offlineProperty().subscribe(web::setOffline);
        });
        try (var server = RawServer.json(200, "{\"a\":1}"); var refusing = RawServer.json(401, "{}")) {
            var chat = WebRequest.post("chat", server.address() + "/v1", WebRequest.Body.json("{\"secret\":2}"));
            web.call(chat, answer -> answer.text(100));
            web.call(WebRequest.get("list models", refusing.address() + "/v1/models"), answer -> answer.text(100));
        }
        stand.does(() -> stand.session.commands().find("network-log").orElseThrow().run().run());
        stand.does(() -> ((CheckBox) stand.scene.lookup("#offline-switch")).fire());
        assertThrows(WebException.class, () -> web.call(WebRequest.get("look", "http://example.invalid/"),
                answer -> answer.text(100)));
        stand.until(() -> model.get().entries().size() >= 2);
        assertTrue(model.get().summary().getValue().endsWith("12 B out · 9 B in"), model.get().summary().getValue());
        assertEquals("12 B out · 7 B in", NetworkViewModel.sizes(model.get().entries().getLast()));
        assertTrue(NetworkViewModel.outcome(model.get().entries().getLast()).startsWith("200 · "));
        assertTrue(stand.session.offlineProperty().get());
        stand.draws("network");
    }
}
