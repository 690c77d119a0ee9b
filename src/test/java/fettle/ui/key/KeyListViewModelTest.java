package fettle.ui.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fettle.ui.key.KeyListViewModel.State;
import fettle.ui.session.Command;
import fettle.ui.session.Commands;
import fettle.ui.session.DesktopKeys;
import fettle.ui.session.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;

/// Commands get other keys; clashes and the keys of the desktop are told.
final class KeyListViewModelTest {

    private final Commands commands = new Commands();
    private final KeyListViewModel model = new KeyListViewModel(commands, DesktopKeys.LINUX,
            Optional.of(Place.EXAMPLES));

    @BeforeEach
    void addSome() {
        commands.add(command("palette", "Find anything").keys("Shortcut+K"), command("go-examples", "Examples")
                .kind(Command.Kind.GO_TO).keys("G E"),
                command("approve", "Approve").keys("A|Enter").in(Place.EXAMPLES).within("Review"),
                command("list-approve", "Approve the example").keys("A").in(Place.EXAMPLES).within("List"),
                command("skip", "Skip").keys("Space").in(Place.EXAMPLES).within("Review"),
                command("bare", "Something rare").in(Place.EXAMPLES));
    }

    private static Command command(String id, String title) {
        return Command.of(id, title, Feather.COMMAND, () -> {});
    }

    @Test
    void aCommandTakesTheKeysThatArePressed() {
        model.ask("approve", false);
        model.press("Y");
        assertEquals(new State.Asking("approve", false, "Y"), model.stateProperty().get());
        model.enough();
        assertEquals("Y", keys("approve"));
        assertEquals(Map.of("approve", "Y"), commands.changedKeys());
        model.reset("approve");
        assertEquals("A|Enter", keys("approve"));
        assertTrue(commands.changedKeys().isEmpty());
    }

    @Test
    void twoLettersFollowEachOtherAndAWayMayComeBesideTheOld() {
        model.ask("palette", false);
        model.press("G");
        model.press("P");
        assertEquals("G P", keys("palette"));
        model.ask("palette", true);
        model.press("Shift+Shortcut+P");
        assertEquals("G P|Shift+Shortcut+P", keys("palette"));
    }

    @Test
    void aClashNamesTheOtherAndThePersonDecides() {
        model.ask("approve", false);
        model.press("Space");
        var taken = assertInstanceOf(State.Taken.class, model.stateProperty().get());
        assertEquals("“Skip”", KeyListViewModel.names(taken.by()));
        assertEquals("A|Enter", keys("approve"));
        model.takeOver();
        assertEquals("Space", keys("approve"));
        assertEquals("", keys("skip"));
    }

    @Test
    void oneLetterClashesWithTwoThatBeginWithIt() {
        assertEquals(List.of("go-examples"), clashes("palette", "G"));
        assertEquals(List.of(), clashes("palette", "H"));
        assertEquals(List.of("approve", "list-approve"), clashes("palette", "A"));
        assertEquals(List.of(), clashes("list-approve", "Space"), "another part of the place");
    }

    private List<String> clashes(String id, String keys) {
        return commands.clashes(commands.find(id).orElseThrow(), keys).stream().map(Command::id).toList();
    }

    @Test
    void keysOfTheDesktopAreRefusedWithASentence() {
        model.ask("approve", false);
        model.press("Alt+Tab");
        var refused = assertInstanceOf(State.Refused.class, model.stateProperty().get());
        assertEquals("Alt Tab belongs to the desktop. Press other keys.", refused.sentence());
        model.press("Shortcut+M");
        assertEquals("Shortcut+M", keys("approve"));
    }

    @ParameterizedTest
    @CsvSource({"LINUX,Alt+F4,true", "LINUX,Alt+Shortcut+Delete,true", "LINUX,Super+K,true",
            "LINUX,Alt+Shortcut+F3,true",
            "LINUX,Shortcut+Q,false", "WINDOWS,Alt+F4,true", "WINDOWS,Super+D,true", "WINDOWS,Shift+Shortcut+Esc,true",
            "WINDOWS,Shortcut+W,false", "MAC,Shortcut+Q,true", "MAC,Shortcut+W,true", "MAC,Shortcut+H,true",
            "MAC,Shortcut+M,true", "MAC,Shortcut+Tab,true", "MAC,Shortcut+Space,true", "MAC,Alt+F4,false",
            "MAC,Shortcut+C,true", "LINUX,Tab,true", "LINUX,A,false"})
    void eachDesktopKeepsItsOwn(DesktopKeys desktop, String stroke, boolean refused) {
        assertEquals(refused, desktop.refuse(stroke).isPresent());
    }

    @Test
    void searchFindsNamesKeysAndCommandsWithoutKeys() {
        assertFalse(shown().contains("bare"));
        model.searchProperty().set("rare");
        assertEquals(List.of("bare"), shown());
        model.searchProperty().set("ctrl k");
        assertEquals(List.of("palette"), shown());
    }

    @Test
    void keysThatWereKeptAreThereForCommandsThatComeLater() {
        commands.restoreKeys(Map.of("later", "L"));
        commands.add(command("later", "Later").keys("Shortcut+L"));
        assertEquals("L", keys("later"));
        assertEquals("Shortcut+L", commands.usualKeys("later"));
        model.resetAll();
        assertEquals("Shortcut+L", keys("later"));
    }

    private String keys(String id) {
        return commands.find(id).orElseThrow().keys();
    }

    private List<String> shown() {
        return model.groups().stream().flatMap(group -> group.commands().stream()).map(Command::id).toList();
    }
}
