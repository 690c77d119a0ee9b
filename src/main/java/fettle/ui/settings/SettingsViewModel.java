package fettle.ui.settings;

import fettle.job.Job;
import fettle.job.Outcome;
import fettle.project.Project;
import fettle.ui.control.Problem;
import fettle.ui.session.Command;
import fettle.ui.session.Reading;
import fettle.ui.session.Session;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;

/// The settings without their pixels. What is changed is kept at once; a key is never read back.
public final class SettingsViewModel {

    /// What a try of the connection gave.
    public sealed interface Trial {
        record None() implements Trial {}

        record Running(long jobId) implements Trial {}

        record Answered(String sentence) implements Trial {}

        record Refused(Problem problem) implements Trial {}
    }

    /// One state at a time.
    public sealed interface State {
        record Reading() implements State {}

        record Ready(ProviderSetup setup, Trial trial) implements State {}
    }

    private final Session session;
    private final ProviderDesk desk;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final StringProperty baseUrl = new SimpleStringProperty("");
    private final StringProperty model = new SimpleStringProperty("");
    private final Reading<ProviderSetup> setups;

    public SettingsViewModel(Session session, ProviderDesk desk) {
        this.session = session;
        this.desk = desk;
        this.setups = new Reading<>(session, this::take);
        session.commands().add(
                Command.of("test-connection", "Test the connection to the provider", Feather.ZAP, this::test),
                Command.of("toggle-offline", "Network: offline or online", Feather.WIFI_OFF,
                        () -> session.offlineProperty().set(!session.offlineProperty().get()))
                        .kind(Command.Kind.SETTING));
    }

    // ---- commands ----

    /// Reads how the provider is set up.
    public void refresh() {
        setups.start(_ -> desk.read());
    }

    /// Keeps the address and the model as they stand in the fields, if both can be used and one is new.
    public void save() {
        if (addressProblem().isEmpty() && changed()) {
            write(new Saving(desk, wantedAddress(), model.get().strip()));
        }
    }

    /// Keeps a key; blank text keeps none.
    public void keepKey(String key) {
        String wanted = key.strip();
        if (!wanted.isEmpty()) {
            write(() -> desk.keepKey(wanted));
        }
    }

    public void deleteKey() {
        write(desk::deleteKey);
    }

    /// Keeps what stands in the fields, then asks the provider for its models.
    public void test() {
        if (addressProblem().isPresent() || state.get() instanceof State.Ready(_, Trial.Running _)) {
            return;
        }
        boolean fresh = state.get() instanceof State.Ready && changed();
        var saving = new Saving(desk, wantedAddress(), model.get().strip());
        Job job = session.work("Test the connection", progress -> {
            if (fresh) {
                saving.make();
            }
            return desk.test().run(progress);
        }, this::tried);
        tell(new Trial.Running(job.id()));
    }

    /// Ends a try that waits too long.
    public void stopTest() {
        if (state.get() instanceof State.Ready(_, Trial.Running(long jobId))) {
            session.stop(jobId);
        }
    }

    private void tried(Outcome<String> outcome) {
        tell(switch (outcome) {
            case Outcome.Done(var sentence) -> new Trial.Answered(sentence);
            case Outcome.Failed(var cause) -> new Trial.Refused(Problem.of(cause));
            case Outcome.Stopped() -> new Trial.None();
        });
        refresh();
    }

    private void tell(Trial trial) {
        if (state.get() instanceof State.Ready(var setup, _)) {
            state.set(new State.Ready(setup, trial));
        }
    }

    private void take(ProviderSetup setup) {
        Trial trial = state.get() instanceof State.Ready(_, var earlier) ? earlier : new Trial.None();
        boolean first = state.get() instanceof State.Reading;
        if (first || !changed()) {
            baseUrl.set(setup.baseUrl());
            model.set(setup.model());
        }
        state.set(new State.Ready(setup, trial));
    }

    private interface Writing {

        void make() throws IOException;
    }

    private record Saving(ProviderDesk desk, String address, String model) implements Writing {

        @Override
        public void make() throws IOException {
            desk.save(address, model);
        }
    }

    private void write(Writing writing) {
        tell(new Trial.None());
        session.read(_ -> {
            writing.make();
            return writing;
        }, outcome -> {
            switch (outcome) {
                case Outcome.Done(var done) -> written(done);
                case Outcome.Failed(var cause) -> session.tell(cause);
                case Outcome.Stopped() -> {}
            }
        });
    }

    /// What was kept is read again, as the desk has put it in order.
    private void written(Writing done) {
        if (done instanceof Saving(_, var address, var name)
                && state.get() instanceof State.Ready(var setup, var trial)) {
            state.set(new State.Ready(new ProviderSetup(address, setup.addressGiven(), name, setup.key()), trial));
        }
        refresh();
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The address as it stands in its field.
    public StringProperty baseUrlProperty() {
        return baseUrl;
    }

    /// The model as it stands in its field.
    public StringProperty modelProperty() {
        return model;
    }

    /// What is wrong with the address or worth knowing of it; empty when there is nothing.
    public ObservableValue<String> addressNote() {
        return baseUrl.map(_ -> addressProblem().orElseGet(this::addressWarning));
    }

    /// Where settings, keys and logs lie, and the open project.
    ObservableValue<String> projectFolder() {
        return session.projectProperty().map(open -> open.map(Project::folder).map(Object::toString)
                .orElse("No project is open."));
    }

    ProviderDesk desk() {
        return desk;
    }

    Session session() {
        return session;
    }

    private boolean changed() {
        return state.get() instanceof State.Ready(var setup, _)
                && !(setup.baseUrl().equals(baseUrl.get().strip()) && setup.model().equals(model.get().strip()));
    }

    private String wantedAddress() {
        return baseUrl.get().strip();
    }

    private Optional<String> addressProblem() {
        String address = wantedAddress();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException _) {
            return Optional.of("This is no address. It looks like https://api.openai.com/v1.");
        }
        return Optional.of("An address begins with https:// or http:// and names a host.");
    }

    private String addressWarning() {
        String address = wantedAddress().toLowerCase(Locale.ROOT);
        boolean plain = address.startsWith("http://");
        boolean here = address.matches("http://(localhost|127\\.[0-9.]+|\\[::1\\])([:/].*)?");
        return plain && !here ? "http:// is not encrypted: the key and the texts can be read on the way." : "";
    }
}
