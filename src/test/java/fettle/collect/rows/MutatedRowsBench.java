package fettle.collect.rows;

import net.jqwik.api.Tag;

/// As many tries as the profile `bench` says.
@Tag("bench")
final class MutatedRowsBench extends MutatedRows {}
