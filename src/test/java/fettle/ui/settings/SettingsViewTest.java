package fettle.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.job.ExpectedException;
import fettle.job.Work;
import fettle.ui.MemoryProject;
import fettle.ui.Stand;
import fettle.ui.control.Snapshot;
import fettle.ui.session.Appearance;
import fettle.ui.session.Place;
import fettle.ui.settings.SettingsViewModel.State;
import fettle.ui.settings.SettingsViewModel.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
final class SettingsViewTest {

    private final MemoryDesk desk = new MemoryDesk();
    private final AtomicReference<SettingsViewModel> made = new AtomicReference<>();
    private Stand stand;
    private SettingsViewModel model;

    @BeforeEach
    void open() throws Exception {
        stand = Stand.with(all -> {
            made.set(new SettingsViewModel(all.session, desk));
            return List.of(new SettingsView(made.get()));
        });
        model = made.get();
        stand.does(() -> {
            stand.session.open(new MemoryProject());
            stand.session.goTo(Place.SETTINGS);
        });
        stand.until(() -> model.stateProperty().get() instanceof State.Ready);
        stand.does(() -> Snapshot.of(stand.scene, 1)); // makes the nodes in the scroll pane
    }

    @Test
    void aKeyIsKeptAndDeletedAndNeverShown() throws Exception {
        assertEquals("No key", ((Label) stand.scene.lookup("#key-state")).getText());
        stand.does(() -> {
            var field = (PasswordField) stand.scene.lookup("#provider-key");
            field.setText(" sk-secret-0001 ");
            ((Button) stand.scene.lookup("#keep-key")).fire();
            assertEquals("", field.getText());
        });
        stand.until(() -> ((Label) stand.scene.lookup("#key-state")).getText().equals("A key is kept"));
        assertEquals("sk-secret-0001", desk.key);
        assertFalse(model.stateProperty().get().toString().contains("secret"));
        stand.does(() -> ((Button) stand.scene.lookup("#delete-key")).fire());
        stand.until(() -> ((Label) stand.scene.lookup("#key-state")).getText().equals("No key"));
    }

    @Test
    void theConnectionIsTriedWithWhatStandsInTheFields() throws Exception {
        desk.test = _ -> desk.address + " answers and offers 3 models; " + desk.model + " is among them.";
        stand.does(() -> {
            model.baseUrlProperty().set("http://models.example/v1");
            model.modelProperty().set("small");
            model.test();
        });
        stand.until(() -> model.stateProperty().get() instanceof State.Ready(_, Trial.Answered _));
        assertEquals(new Trial.Answered("http://models.example/v1 answers and offers 3 models; small is among them."),
                ((State.Ready) model.stateProperty().get()).trial());
        assertEquals("http:// is not encrypted: the key and the texts can be read on the way.",
                ((Label) stand.scene.lookup("#address-note")).getText());
        stand.draws("settings");
    }

    @Test
    void whyTheConnectionFailedStandsBesideTheButton() throws Exception {
        desk.test = _ -> {
            throw new ExpectedException("key-refused", "openai refuses the key.", "Check it, or set another.");
        };
        stand.does(model::test);
        stand.until(() -> model.stateProperty().get() instanceof State.Ready(_, Trial.Refused _));
        var trial = (Trial.Refused) ((State.Ready) model.stateProperty().get()).trial();
        assertEquals("openai refuses the key.", trial.problem().sentence());
        assertTrue(stand.session.problemProperty().get().isEmpty());
        stand.draws("settings-refused");
    }

    @Test
    void anAddressThatIsNoneIsNotKept() throws Exception {
        stand.does(() -> {
            model.baseUrlProperty().set("api.example.com");
            model.save();
            model.test();
        });
        assertEquals("An address begins with https:// or http:// and names a host.",
                model.addressNote().getValue());
        assertEquals("", desk.address);
        assertEquals(0, stand.session.jobs().size());
    }

    @Test
    void themeAndOfflineFollowTheSessionBothWays() throws Exception {
        stand.does(() -> {
            ((ToggleButton) stand.scene.lookup("#theme-choice-dark")).fire();
            ((CheckBox) stand.scene.lookup("#offline-setting")).fire();
            ((Button) stand.scene.lookup("#text-larger")).fire();
        });
        assertEquals(Appearance.Choice.DARK, stand.session.appearance().choiceProperty().get());
        assertTrue(stand.session.offlineProperty().get());
        assertEquals(110, stand.session.appearance().textPercentProperty().get());
        assertEquals("Offline", ((Button) stand.scene.lookup("#offline")).getText());
    }

    /// A provider in memory.
    private static final class MemoryDesk implements ProviderDesk {

        private volatile String address = "";
        private volatile String model = "";
        private volatile String key = "";
        private volatile Work<String> test = _ -> "";

        @Override
        public ProviderSetup read() {
            return new ProviderSetup(address.isEmpty() ? "https://api.openai.com/v1" : address, false, model,
                    key.isEmpty() ? ProviderSetup.Key.NONE : ProviderSetup.Key.KEPT);
        }

        @Override
        public void save(String baseUrl, String newModel) {
            address = baseUrl;
            model = newModel;
        }

        @Override
        public void keepKey(String newKey) {
            key = newKey;
        }

        @Override
        public void deleteKey() {
            key = "";
        }

        @Override
        public Work<String> test() {
            return progress -> test.run(progress);
        }

        @Override
        public Path home() {
            return Path.of("/home/ada/.local/share/fettle");
        }
    }
}
