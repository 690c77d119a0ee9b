package fettle.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// For an option whose value, when it has one, is attached by `=`: without it the next word is not taken for it.
final class AttachedValue implements IParameterPreprocessor {

    /// Stands for "no value was attached".
    static final String NONE = "*";

    @Override
    @SuppressWarnings("JdkObsolete") // picocli hands over a Stack
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        if (!"=".equals(info.get("separator"))) {
            words.push(NONE);
        }
        return false;
    }
}
