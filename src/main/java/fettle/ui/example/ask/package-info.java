/// Asking a model about a text of the open example: what it suggests stands beside the present text, and is taken whole,
/// change by change, or not at all.
@NullMarked
package fettle.ui.example.ask;

import org.jspecify.annotations.NullMarked;
