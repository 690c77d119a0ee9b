package fettle.ui.example;

import fettle.example.ChatModel;
import java.util.List;

/// A provider with one model that answers every question the same.
record OneModel(String answer) implements ModelChoice {

    @Override
    public List<String> providers() {
        return List.of("loopback");
    }

    @Override
    public String usualModel(String provider) {
        return "echo";
    }

    @Override
    public ChatModel model(String provider, String name) {
        return new ChatModel() {
            @Override
            public String name() {
                return provider + "/" + name;
            }

            @Override
            public Reply complete(Request request, java.util.function.Consumer<String> onText) {
                return new Reply(answer, 10, 5, "stop");
            }
        };
    }
}
