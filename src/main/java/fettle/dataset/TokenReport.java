package fettle.dataset;

import fettle.token.Distribution;
import fettle.token.Histogram;

/// How long the rows are, in tokens of one encoding.
///
/// @param total by the chat formula, a row
/// @param assistant the assistant's contents alone, a row
/// @param messages how many messages, a row
/// @param limit tokens of a row that a model takes
/// @param overLimit rows with more; these are cut at the end
/// @param trained tokens of assistant messages whose weight is not 0, over all rows
/// @param histogram of `total`
public record TokenReport(String encoding, int examples, Distribution total, Distribution assistant,
        Distribution messages, int limit, int overLimit, long trained, Histogram histogram) {}
