package fettle.ui.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text from 100 to 200 %: a style sheet whose font sizes and heights are multiplied, and whose widths of more than 60
/// grow half as much.
final class TextScale {

    private static final Pattern HEIGHT = Pattern.compile(
            "(-fx-(?:font-size|icon-size|(?:min|pref|max)-height|cell-size|fixed-cell-size|size|line-spacing): )(\\d+(?:\\.\\d+)?)px");
    private static final Pattern WIDTH = Pattern
            .compile("(-fx-(?:min|pref|max)-width: )(\\d+(?:\\.\\d+)?)px");
    private static final double SMALL = 60;

    private TextScale() {}

    /// The sheet as a `data:` address, which a scene takes like any other.
    static String address(String css, int percent) {
        byte[] bytes = scaled(css, percent).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    static String scaled(String css, int percent) {
        double factor = percent / 100.0;
        String heights = multiply(css, HEIGHT, height -> height * factor);
        return multiply(heights, WIDTH, width -> width * (width <= SMALL ? factor : 1 + (factor - 1) / 2));
    }

    private static String multiply(String css, Pattern pattern, DoubleUnaryOperator grow) {
        return pattern.matcher(css).replaceAll(found -> {
            double size = grow.applyAsDouble(Double.parseDouble(found.group(2)));
            return Matcher.quoteReplacement(found.group(1) + String.format(Locale.ROOT, "%.1fpx", size));
        });
    }
}
