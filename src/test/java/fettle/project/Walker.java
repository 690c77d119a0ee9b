package fettle.project;

import java.nio.file.Path;
import java.util.Random;

/// A process that walks until it is killed: arguments are the project's folder and a seed. It tells the number of each
/// move on standard output once the store has acknowledged it.
final class Walker {

    private Walker() {}

    public static void main(String[] arguments) throws Exception {
        var random = new Random(Long.parseLong(arguments[1]));
        try (Project project = new Projects(String::length).open(Path.of(arguments[0]))) {
            var walker = new Walk.OnStore(project.examples());
            System.out.println("open");
            for (int move = 0; true; move++) {
                walker.make(Walk.Move.next(random, arguments[1] + "." + move));
                System.out.println(move);
            }
        }
    }
}
