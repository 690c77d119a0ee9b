package fettle.collect;

/// As many tries as `junit-platform.properties` says.
final class MutatedPapersTest extends MutatedPapers {}
