package fettle.engine.worker;

import tools.jackson.databind.JsonNode;

/// One order being worked on. The main thread brings what the starter says; the work runs on another.
interface Session {

    /// Does the work; returns when it is done.
    void run() throws Exception;

    /// A further line of input.
    void say(JsonNode line) throws Exception;

    /// The starter is gone: keep what is worth keeping. The process ends when this returns.
    void abandoned() throws Exception;
}
