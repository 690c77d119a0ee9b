package fettle.collect;

import net.jqwik.api.Tag;

/// As many tries as the profile `bench` says.
@Tag("bench")
final class MutatedPapersBench extends MutatedPapers {}
