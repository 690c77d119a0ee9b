package fettle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The house, executable: floors, the order of the path, rooms apart.
@AnalyzeClasses(packages = "fettle", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final List<String> MEANS = List.of("job", "token", "disk", "web");

    /// The way of the data. A step may import the steps before it, never one after it.
    private static final List<String> PATH = List.of("source", "document", "chunk", "example", "dataset", "tuning",
            "model",
            "evaluation");
    private static final List<String> ADAPTERS = List.of("project", "collect", "provider", "engine", "server");
    private static final List<String> FACES = List.of("ui", "cli");

    /// Rooms of the window that every screen may use.
    private static final List<String> SHARED_UI = List.of("control", "session");
    private static final List<String> SCREENS = List.of("shell", "start", "source", "document", "chunk", "example",
            "dataset", "tuning", "model", "evaluation", "jobs", "settings", "history");

    @ArchTest
    static void nobodyImportsAHigherFloor(JavaClasses code) {
        var floors = List.of(MEANS, PATH, ADAPTERS, FACES, List.of("app"));
        for (int floor = 0; floor < floors.size(); floor++) {
            for (List<String> higher : floors.subList(floor + 1, floors.size())) {
                forbid(floors.get(floor), higher, "a floor rests on those below it").check(code);
            }
        }
    }

    @ArchTest
    static void aStepImportsOnlyEarlierSteps(JavaClasses code) {
        for (int step = 0; step < PATH.size() - 1; step++) {
            forbid(List.of(PATH.get(step)), PATH.subList(step + 1, PATH.size()),
                    "data flows " + String.join(" → ", PATH))
                    .check(code);
        }
    }

    @ArchTest
    static void thePathUsesOnlyJobsAndTokensOfTheMeans(JavaClasses code) {
        forbid(PATH, List.of("disk", "web"), "the path is pure: files and bytes are an adapter's concern").check(code);
    }

    @ArchTest
    static void theMeansKnowNothingOfEachOther(JavaClasses code) {
        apart(MEANS, "", "each of the means stands alone").forEach(rule -> rule.check(code));
    }

    @ArchTest
    static void adaptersNeverImportEachOther(JavaClasses code) {
        apart(ADAPTERS, "", "adapters meet only in the ports of the path").forEach(rule -> rule.check(code));
    }

    @ArchTest
    static void screensNeverImportEachOther(JavaClasses code) {
        apart(SCREENS, "ui.", "screens meet in the session").forEach(rule -> rule.check(code));
        forbid(SHARED_UI.stream().map("ui."::concat).toList(), SCREENS.stream().map("ui."::concat).toList(),
                "what all screens share knows none of them").check(code);
    }

    @ArchTest
    static final ArchRule WIDGETS_KNOW_NO_STEP = noClasses().that().resideInAPackage("fettle.ui.control..").should()
            .dependOnClassesThat(ours().and(DescribedPredicate.not(
                    resideInAnyPackage("fettle.ui.control..", "fettle.token..", "fettle.job.."))))
            .because("a widget that knows no step serves every screen").allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_WINDOW_AND_THE_COMMAND_LINE_ARE_APART = noClasses().that()
            .resideInAPackage("fettle.cli..")
            .should().dependOnClassesThat().resideInAPackage("fettle.ui..").because("both are faces of the same path")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule JAVAFX_IS_THE_WINDOWS = noClasses().that()
            .resideOutsideOfPackages("fettle.ui..", "fettle.app..").should().dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..").because("the path runs without a screen")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule VIEW_MODELS_HAVE_NO_PIXELS = noClasses().that().haveSimpleNameEndingWith("ViewModel").should()
            .dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("view models are tested without a toolkit").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_APP_TOUCHES_PLATFORM = noClasses().that().resideOutsideOfPackage("fettle.app..").should()
            .dependOnClassesThat().haveFullyQualifiedName("javafx.application.Platform")
            .because("the return to the screen happens in one place").allowEmptyShould(true);

    @ArchTest
    static final ArchRule LIBTORCH_STAYS_IN_ONE_ROOM = noClasses().that()
            .resideOutsideOfPackages("fettle.engine.torch..").should().dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..").because("native types never travel").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_JOB_STARTS_THREADS = noClasses().that().resideOutsideOfPackages("fettle.job..").should()
            .callMethodWhere(startsAThread())
            .because("who starts work also tells its end, progress and Stop").allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_WEB_AND_SERVER_SPEAK_HTTP = noClasses().that()
            .resideOutsideOfPackages("fettle.web..", "fettle.server..", "fettle.provider..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..", "com.sun.net.httpserver..")
            .because("every byte that leaves passes one choke point").allowEmptyShould(true);

    @ArchTest
    static final ArchRule GIT_STAYS_IN_ONE_ROOM = noClasses().that().resideOutsideOfPackages("fettle.collect.git..")
            .should().dependOnClassesThat().resideInAnyPackage("org.eclipse.jgit..")
            .because("git's own way out is led through web there").allowEmptyShould(true);

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_PROJECT = noClasses().that().resideOutsideOfPackages("fettle.project..")
            .should()
            .dependOnClassesThat().resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("one writer owns the database").allowEmptyShould(true);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().that().haveSimpleName("package-info").should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
            .because("NullAway checks only what is marked");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("fettle.(**)").should().beFreeOfCycles()
            .because("nobody ever untangled one later");

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAnyPackage("fettle..");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> startsAThread() {
        return DescribedPredicate.describe("a thread is started", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean thread = owner.equals("java.lang.Thread")
                    && List.of("start", "ofVirtual", "ofPlatform", "startVirtualThread").contains(name);
            boolean pool = owner.equals("java.util.concurrent.Executors");
            boolean future = owner.equals("java.util.concurrent.CompletableFuture") && name.endsWith("Async");
            return thread || pool || future;
        });
    }

    private static List<ArchRule> apart(List<String> rooms, String prefix, String because) {
        var rules = new ArrayList<ArchRule>();
        for (String room : rooms) {
            List<String> others = rooms.stream().filter(other -> !other.equals(room)).map(prefix::concat).toList();
            rules.add(forbid(List.of(prefix + room), others, because));
        }
        return rules;
    }

    private static ArchRule forbid(List<String> from, List<String> to, String because) {
        return noClasses().that().resideInAnyPackage(packages(from)).should().dependOnClassesThat()
                .resideInAnyPackage(packages(to)).because(because).allowEmptyShould(true);
    }

    private static String[] packages(List<String> rooms) {
        return rooms.stream().flatMap(room -> Stream.of("fettle." + room + "..")).toArray(String[]::new);
    }
}
