package fettle.cli;

/// What every command is given.
record Desk(Tools tools, Console console) {}
