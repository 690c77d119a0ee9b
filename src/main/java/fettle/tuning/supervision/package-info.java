/// What a trainer will make of a row: its text as the chat template writes it, its tokens, and which of them are learned.
/// The local engine makes its batches by this code, so what is shown is what is trained.
@NullMarked
package fettle.tuning.supervision;

import org.jspecify.annotations.NullMarked;
