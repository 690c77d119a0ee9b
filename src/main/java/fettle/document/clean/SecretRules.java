package fettle.document.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules of `secrets.json`, which are those of gitleaks.
///
/// @param allowed what is no secret under any rule
/// @param keywords of all rules; word `i` belongs to `owners.get(i)`
record SecretRules(SecretRule.Allowed allowed, KeywordIndex keywords, List<SecretRule> owners) {

    /// Read when the first text is looked through.
    static final SecretRules GITLEAKS = read();

    private static SecretRules read() {
        JsonNode all;
        try (InputStream in = SecretRules.class.getResourceAsStream("secrets.json")) {
            all = JsonMapper.builder().build().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var words = new ArrayList<String>();
        var owners = new ArrayList<SecretRule>();
        for (JsonNode one : all.path("rules")) {
            SecretRule rule = rule(one);
            rule.keywords().forEach(word -> {
                words.add(word);
                owners.add(rule);
            });
        }
        return new SecretRules(allowed(all.path("allowed")), new KeywordIndex(words), owners);
    }

    private static SecretRule rule(JsonNode one) {
        List<SecretRule.Allowed> allowed = StreamSupport.stream(one.path("allowed").spliterator(), false)
                .map(SecretRules::allowed).toList();
        return new SecretRule(one.path("id").asString(), once(one.path("regex").asString()),
                one.path("entropy").asDouble(0), one.path("group").asInt(0), one.path("lines").asInt(1),
                one.path("lead").asBoolean(false), strings(one.path("keywords")), allowed);
    }

    private static SecretRule.Allowed allowed(JsonNode one) {
        return new SecretRule.Allowed(one.path("target").asString("secret"),
                strings(one.path("regexes")).stream().map(Pattern::compile).toList(),
                new KeywordIndex(strings(one.path("stopwords"))));
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static Supplier<Pattern> once(String regex) {
        var made = new AtomicReference<Pattern>();
        return () -> {
            Pattern pattern = made.get();
            if (pattern == null) {
                pattern = Pattern.compile(regex);
                made.set(pattern);
            }
            return pattern;
        };
    }
}
