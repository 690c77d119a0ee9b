package fettle.collect.rows;

/// As many tries as `junit-platform.properties` says.
final class MutatedRowsTest extends MutatedRows {}
