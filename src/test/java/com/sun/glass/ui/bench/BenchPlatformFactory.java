package com.sun.glass.ui.bench;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.events.WindowEvent;
import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.CommonDialogs;
import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.EventLoop;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.SystemClipboard;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;
import com.sun.glass.ui.headless.HeadlessWindow;
import com.sun.glass.ui.headless.HeadlessWindowManager;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;

/// A window system for tests: `-Dglass.platform=Bench -Dprism.order=sw`, with no display and no native code.
///
/// JavaFX builds this class's name from the property, so it is enough to have the file in the test sources, in this very
/// package, on the class path. It extends the Headless platform of JavaFX 26 and lifts its limits.
///
/// Shows: a screen of any size (`-Dbench.screen.w`, `-Dbench.screen.h`), modifier keys on mouse events, windows with a
/// stacking order, focus that returns when a window closes, drag and drop inside the program, answers for file choosers,
/// a log of opened documents, key codes for characters.
///
/// Does not cover: the system menu bar, touch, input methods, drag and drop to other programs, real window decorations.
/// It imitates a window system, so it can hide what GTK really does: run the same tests under Xvfb from time to time.
/// It stands on internal API (compiled and tested with 26.0.1: the 33 user-interface tests passed): pin the JavaFX version.
public class BenchPlatformFactory extends HeadlessPlatformFactory {

    /// Answers for the next file choosers, oldest first. An empty list, or none left, stands for Cancel.
    public static final Deque<List<File>> FILE_ANSWERS = new ArrayDeque<>();

    /// The addresses that the program asked the desktop to open.
    public static final List<String> SHOWN_DOCUMENTS = new ArrayList<>();

    private static final int SCREEN_WIDTH = Integer.getInteger("bench.screen.w", 1600);
    private static final int SCREEN_HEIGHT = Integer.getInteger("bench.screen.h", 1000);

    @Override
    public Application createApplication() {
        return new BenchApplication();
    }

    @Override
    public ClipboardDelegate createClipboardDelegate() {
        ClipboardDelegate headless = super.createClipboardDelegate();
        return name -> Clipboard.DND.equals(name) ? DragAndDrop.GESTURE : headless.createClipboard(name);
    }

    // ---- application ----

    private static final class BenchApplication extends HeadlessApplication {

        private final HeadlessWindowManager windows = new HeadlessWindowManager();
        private Screen[] screens;

        @Override
        protected Screen[] staticScreen_getScreens() {
            if (screens == null) {
                int w = SCREEN_WIDTH;
                int h = SCREEN_HEIGHT;
                screens = new Screen[]{new Screen(1, 32, 0, 0, w, h, 0, 0, w, h, 0, 0, w, h, 96, 96, 1f, 1f, 1f, 1f)};
            }
            return screens;
        }

        @Override
        public Window createWindow(Window owner, Screen screen, int styleMask) {
            return new BenchWindow(windows, owner, screen, styleMask);
        }

        @Override
        public View createView() {
            return new BenchView();
        }

        @Override
        public GlassRobot createRobot() {
            return new BenchRobot();
        }

        @Override
        public Cursor createCursor(int x, int y, Pixels pixels) {
            return createCursor(Cursor.CURSOR_DEFAULT); // Headless throws for image cursors
        }

        @Override
        protected void staticCursor_setVisible(boolean visible) {}

        @Override
        protected int _getKeyCodeForChar(char c, int hint) {
            return Keys.codeOf(c);
        }

        @Override
        protected CommonDialogs.FileChooserResult staticCommonDialogs_showFileChooser(
                Window owner, String folder, String filename, String title, int type, boolean multiple,
                CommonDialogs.ExtensionFilter[] filters, int defaultFilter) {
            List<File> answer = FILE_ANSWERS.poll();
            if (answer == null || answer.isEmpty()) {
                return new CommonDialogs.FileChooserResult();
            }
            boolean filtered = filters != null && filters.length > 0;
            return new CommonDialogs.FileChooserResult(answer, filtered ? filters[Math.max(0, defaultFilter)] : null);
        }

        @Override
        protected File staticCommonDialogs_showFolderChooser(Window owner, String folder, String title) {
            List<File> answer = FILE_ANSWERS.poll();
            return answer == null || answer.isEmpty() ? null : answer.getFirst();
        }

        @Override
        protected void _showDocument(String uri) {
            SHOWN_DOCUMENTS.add(uri);
        }
    }

    // ---- windows ----

    private static final class BenchWindow extends HeadlessWindow {

        private static long lastOrder;

        private int[] pixels = {};
        private int pixelWidth;
        private int pixelHeight;
        private long order = ++lastOrder; // the highest is in front
        private boolean shown;
        private int minWidth;
        private int minHeight;
        private int maxWidth = -1;
        private int maxHeight = -1;

        BenchWindow(HeadlessWindowManager windows, Window owner, Screen screen, int styleMask) {
            super(windows, owner, screen, ByteBuffer.allocate(0), styleMask);
        }

        @Override
        protected boolean _setMinimumSize(long ptr, int width, int height) {
            minWidth = width;
            minHeight = height;
            return true;
        }

        @Override
        protected boolean _setMaximumSize(long ptr, int width, int height) {
            maxWidth = width;
            maxHeight = height;
            return true;
        }

        @Override
        protected boolean _setVisible(long ptr, boolean visible) {
            shown = visible;
            if (!visible) {
                passFocusOn();
            }
            return visible;
        }

        @Override
        protected boolean _close(long ptr) {
            shown = false;
            passFocusOn();
            return super._close(ptr);
        }

        /// What a window manager does: the top one of the remaining windows gets the focus.
        private void passFocusOn() {
            if (!isFocused()) {
                return;
            }
            notifyFocus(WindowEvent.FOCUS_LOST);
            all().filter(window -> window != this && window.shown && !window.isClosed())
                    .filter(window -> window.getView() != null && window.isEnabled())
                    .max(BY_ORDER)
                    .ifPresent(Window::requestFocus);
        }

        @Override
        protected boolean _requestFocus(long ptr, int event) {
            BenchWindow before = focused();
            if (before != null && before != this) {
                before.notifyFocus(WindowEvent.FOCUS_LOST);
            }
            order = ++lastOrder;
            return super._requestFocus(ptr, event);
        }

        @Override
        protected void _toFront(long ptr) {
            order = ++lastOrder;
        }

        @Override
        protected void _setBounds(long ptr, int x, int y, boolean xSet, boolean ySet, int w, int h, int cw, int ch,
                float xGravity, float yGravity) {
            int width = clamp(w > 0 ? w : cw > 0 ? cw : getWidth(), minWidth, maxWidth);
            int height = clamp(h > 0 ? h : ch > 0 ? ch : getHeight(), minHeight, maxHeight);
            int left = xSet ? x : getX();
            int top = ySet ? y : getY();
            notifyResize(WindowEvent.RESIZE, width, height);
            if (getView() instanceof BenchView view) {
                view.notifyResize(width, height);
            }
            if (getX() != left || getY() != top) {
                notifyMove(left, top);
            }
        }

        private static int clamp(int size, int min, int max) {
            return Math.max(max >= 0 ? Math.min(size, max) : size, min);
        }

        private boolean contains(double x, double y) {
            return getView() != null && shown && !isClosed() && !isMinimized()
                    && x >= getX() && x < getX() + getWidth() && y >= getY() && y < getY() + getHeight();
        }

        private static final Comparator<BenchWindow> BY_ORDER = Comparator.comparingLong(window -> window.order);

        private static Stream<BenchWindow> all() {
            return Window.getWindows().stream().map(BenchWindow.class::cast);
        }

        /// The front window at a point of the screen, or null.
        static BenchWindow at(double x, double y) {
            return all().filter(window -> window.contains(x, y)).max(BY_ORDER).orElse(null);
        }

        /// The window that gets the keys, or null.
        static BenchWindow focused() {
            return all().filter(window -> window.getView() != null && !window.isClosed() && window.isFocused())
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }

        static int argbAt(int x, int y) {
            BenchWindow window = at(x, y);
            if (window == null) {
                return 0xff000000;
            }
            int left = x - window.getX();
            int top = y - window.getY();
            boolean drawn = left < window.pixelWidth && top < window.pixelHeight;
            return drawn ? window.pixels[top * window.pixelWidth + left] : 0;
        }
    }

    /// Widens the protected notifications of a view, and keeps the pixels that were drawn.
    private static final class BenchView extends HeadlessView {

        @Override
        protected void _scheduleRepaint(long ptr) {}

        @Override
        protected void _uploadPixels(long ptr, Pixels drawn) {
            var window = (BenchWindow) getWindow();
            if (window == null) {
                return;
            }
            window.pixelWidth = drawn.getWidth();
            window.pixelHeight = drawn.getHeight();
            int size = window.pixelWidth * window.pixelHeight;
            if (window.pixels.length != size) {
                window.pixels = new int[size];
            }
            IntBuffer source = ((IntBuffer) drawn.getBuffer()).duplicate();
            source.rewind();
            source.get(window.pixels, 0, Math.min(size, source.remaining()));
        }

        @Override
        protected void notifyResize(int width, int height) {
            super.notifyResize(width, height);
        }

        void mouse(int type, int button, Point point, int modifiers, boolean popup) {
            notifyMouse(type, button, point.x, point.y, point.screenX, point.screenY, modifiers, popup, false);
        }

        void menu(Point point) {
            notifyMenu(point.x, point.y, point.screenX, point.screenY, false);
        }

        void key(int type, int code, char[] chars, int modifiers) {
            notifyKey(type, code, chars, modifiers);
        }

        void scroll(Point point, double steps, int modifiers) {
            notifyScroll(point.x, point.y, point.screenX, point.screenY, 0, steps, modifiers, 0, 0, 0, 0, 40, 40);
        }

        void dragEnter(Point point, int action) {
            notifyDragEnter(point.x, point.y, point.screenX, point.screenY, action);
        }

        void dragOver(Point point, int action) {
            notifyDragOver(point.x, point.y, point.screenX, point.screenY, action);
        }

        void dragLeave() {
            notifyDragLeave();
        }

        int drop(Point point, int action) {
            return notifyDragDrop(point.x, point.y, point.screenX, point.screenY, action);
        }
    }

    /// A point inside a window, and the same on the screen.
    private record Point(int x, int y, int screenX, int screenY) {

        static Point in(BenchWindow window, double screenX, double screenY) {
            int x = (int) screenX;
            int y = (int) screenY;
            return new Point(x - window.getX(), y - window.getY(), x, y);
        }
    }

    // ---- drag and drop ----

    /// A drag-and-drop gesture within the program: a nested event loop runs until the button goes up.
    private static final class DragAndDrop extends SystemClipboard {

        static final DragAndDrop GESTURE = new DragAndDrop();

        private boolean active;
        private BenchWindow over;
        private HashMap<String, Object> data;
        private int actions;
        private EventLoop loop;

        DragAndDrop() {
            super(Clipboard.DND);
        }

        boolean isActive() {
            return active;
        }

        @Override
        protected boolean isOwner() {
            return data != null;
        }

        @Override
        @SuppressWarnings("NonApiType") // the overridden method wants a HashMap
        protected void pushToSystem(HashMap<String, Object> dragged, int supportedActions) {
            data = dragged;
            actions = supportedActions;
            active = true;
            loop = Application.GetApplication().createEventLoop();
            loop.enter();
        }

        @Override
        protected void pushTargetActionToSystem(int action) {}

        @Override
        protected Object popFromSystem(String mimeType) {
            return data == null ? null : data.get(mimeType);
        }

        @Override
        protected int supportedSourceActionsFromSystem() {
            return actions;
        }

        @Override
        protected String[] mimesFromSystem() {
            return data == null ? new String[0] : data.keySet().toArray(String[]::new);
        }

        void move(double x, double y) {
            BenchWindow target = BenchWindow.at(x, y);
            if (target != over) {
                if (over != null) {
                    ((BenchView) over.getView()).dragLeave();
                }
                over = target;
                if (target != null) {
                    ((BenchView) target.getView()).dragEnter(Point.in(target, x, y), actions);
                }
            }
            if (target != null) {
                ((BenchView) target.getView()).dragOver(Point.in(target, x, y), actions);
            }
        }

        void drop(double x, double y) {
            active = false;
            BenchWindow target = over;
            over = null;
            int done = target == null ? 0 : ((BenchView) target.getView()).drop(Point.in(target, x, y), actions);
            actionPerformed(done);
            data = null;
            loop.leave(null);
        }
    }

    // ---- robot ----

    /// The mouse and the keyboard. Events carry the modifiers, and are not flagged as synthesized.
    private static final class BenchRobot extends GlassRobot {

        private final Set<MouseButton> buttons = EnumSet.noneOf(MouseButton.class);
        private double x;
        private double y;
        private int keyModifiers;
        private BenchWindow over;
        private BenchWindow grabbed; // gets all mouse events while a button is down

        @Override
        public void create() {}

        @Override
        public void destroy() {}

        @Override
        public double getMouseX() {
            return x;
        }

        @Override
        public double getMouseY() {
            return y;
        }

        @Override
        public void mouseMove(double toX, double toY) {
            x = toX;
            y = toY;
            if (DragAndDrop.GESTURE.isActive()) {
                DragAndDrop.GESTURE.move(x, y);
            } else if (buttons.isEmpty()) {
                crossWindows();
                send(over, MouseEvent.MOVE, MouseEvent.BUTTON_NONE, false);
            } else {
                send(grabbed, MouseEvent.DRAG, Buttons.glass(buttons.iterator().next()), false);
            }
        }

        @Override
        public void mousePress(MouseButton... pressed) {
            for (MouseButton button : pressed) {
                crossWindows();
                if (buttons.isEmpty()) {
                    grabbed = over;
                }
                buttons.add(button);
                boolean popup = button == MouseButton.SECONDARY;
                BenchWindow target = grabbed;
                send(target, MouseEvent.DOWN, Buttons.glass(button), popup);
                if (popup && target != null && target.getView() instanceof BenchView view) {
                    view.menu(Point.in(target, x, y));
                }
            }
        }

        @Override
        public void mouseRelease(MouseButton... released) {
            for (MouseButton button : released) {
                buttons.remove(button);
                BenchWindow target = grabbed;
                if (buttons.isEmpty()) {
                    grabbed = null;
                }
                if (DragAndDrop.GESTURE.isActive()) {
                    DragAndDrop.GESTURE.drop(x, y);
                } else {
                    send(target, MouseEvent.UP, Buttons.glass(button), false);
                }
                crossWindows();
            }
        }

        @Override
        public void mouseWheel(int amount) {
            crossWindows();
            BenchWindow target = over;
            for (int i = 0; i < Math.abs(amount); i++) {
                if (target != null && target.getView() instanceof BenchView view) {
                    view.scroll(Point.in(target, x, y), amount > 0 ? -1 : 1, modifiers());
                }
            }
        }

        @Override
        public void keyPress(KeyCode key) {
            keyModifiers |= Keys.modifier(key);
            BenchWindow window = BenchWindow.focused();
            if (window == null || !(window.getView() instanceof BenchView view)) {
                return;
            }
            char[] chars = Keys.chars(key, keyModifiers);
            view.key(KeyEvent.PRESS, key.getCode(), chars, modifiers());
            if (chars.length > 0 && window.getView() instanceof BenchView still) { // PRESS may have closed the window
                still.key(KeyEvent.TYPED, 0, chars, modifiers());
            }
        }

        @Override
        public void keyRelease(KeyCode key) {
            keyModifiers &= ~Keys.modifier(key);
            BenchWindow window = BenchWindow.focused();
            if (window != null && window.getView() instanceof BenchView view) {
                view.key(KeyEvent.RELEASE, key.getCode(), Keys.chars(key, keyModifiers), modifiers());
            }
        }

        @Override
        public Color getPixelColor(double atX, double atY) {
            int argb = BenchWindow.argbAt((int) atX, (int) atY);
            return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
        }

        @Override
        public void getScreenCapture(int left, int top, int width, int height, int[] argb, boolean scaleToFit) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    argb[row * width + column] = BenchWindow.argbAt(left + column, top + row);
                }
            }
        }

        private int modifiers() {
            int modifiers = keyModifiers;
            for (MouseButton button : buttons) {
                modifiers |= Buttons.modifier(button);
            }
            return modifiers;
        }

        private void crossWindows() {
            BenchWindow target = BenchWindow.at(x, y);
            if (target != over) {
                BenchWindow left = over;
                over = target;
                send(left, MouseEvent.EXIT, MouseEvent.BUTTON_NONE, false);
                send(target, MouseEvent.ENTER, MouseEvent.BUTTON_NONE, false);
            }
        }

        private void send(BenchWindow window, int type, int button, boolean popup) {
            if (window != null && !window.isClosed() && window.getView() instanceof BenchView view) {
                view.mouse(type, button, Point.in(window, x, y), modifiers(), popup);
            }
        }
    }

    private static final class Buttons {

        static int modifier(MouseButton button) {
            return switch (button) {
                case PRIMARY -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
                case SECONDARY -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
                case MIDDLE -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
                case BACK -> KeyEvent.MODIFIER_BUTTON_BACK;
                case FORWARD -> KeyEvent.MODIFIER_BUTTON_FORWARD;
                default -> 0;
            };
        }

        static int glass(MouseButton button) {
            return switch (button) {
                case PRIMARY -> MouseEvent.BUTTON_LEFT;
                case SECONDARY -> MouseEvent.BUTTON_RIGHT;
                case MIDDLE -> MouseEvent.BUTTON_OTHER;
                case BACK -> MouseEvent.BUTTON_BACK;
                case FORWARD -> MouseEvent.BUTTON_FORWARD;
                default -> MouseEvent.BUTTON_NONE;
            };
        }
    }

    /// A US keyboard.
    private static final class Keys {

        private static final String SIGNS = "/.,;'[]\\-=`";
        private static final int[] SIGN_CODES = {
                KeyEvent.VK_SLASH, KeyEvent.VK_PERIOD, KeyEvent.VK_COMMA, KeyEvent.VK_SEMICOLON, KeyEvent.VK_QUOTE,
                KeyEvent.VK_BRACELEFT, KeyEvent.VK_BRACERIGHT, KeyEvent.VK_BACK_SLASH, KeyEvent.VK_MINUS,
                KeyEvent.VK_EQUALS, KeyEvent.VK_BACK_QUOTE
        };

        /// So that accelerators such as Ctrl+'/' work.
        static int codeOf(char c) {
            int sign = SIGNS.indexOf(c);
            if (sign >= 0) {
                return SIGN_CODES[sign];
            }
            char upper = Character.toUpperCase(c);
            boolean known = (upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9');
            return known ? upper : KeyEvent.VK_UNDEFINED;
        }

        static int modifier(KeyCode key) {
            return switch (key) {
                case SHIFT -> KeyEvent.MODIFIER_SHIFT;
                case CONTROL -> KeyEvent.MODIFIER_CONTROL;
                case ALT -> KeyEvent.MODIFIER_ALT;
                case META, COMMAND, WINDOWS -> KeyEvent.MODIFIER_WINDOWS;
                default -> 0;
            };
        }

        static char[] chars(KeyCode key, int modifiers) {
            String plainAndShifted = plainAndShifted(key);
            if (plainAndShifted.length() != 2) {
                return new char[0];
            }
            if ((modifiers & KeyEvent.MODIFIER_CONTROL) != 0 && key.isLetterKey()) {
                return new char[]{(char) (key.getCode() - 'A' + 1)};
            }
            boolean shift = (modifiers & KeyEvent.MODIFIER_SHIFT) != 0;
            return new char[]{plainAndShifted.charAt(shift ? 1 : 0)};
        }

        private static String plainAndShifted(KeyCode key) {
            return switch (key) {
                case ENTER -> "\r\r";
                case TAB -> "\t\t";
                case SPACE -> "  ";
                case BACK_SPACE -> "\b\b";
                case DELETE -> "\u007f\u007f";
                case ESCAPE -> "\u001b\u001b";
                case COMMA -> ",<";
                case PERIOD -> ".>";
                case SLASH -> "/?";
                case SEMICOLON -> ";:";
                case QUOTE -> "'\"";
                case OPEN_BRACKET -> "[{";
                case CLOSE_BRACKET -> "]}";
                case BACK_SLASH -> "\\|";
                case MINUS -> "-_";
                case EQUALS -> "=+";
                case BACK_QUOTE -> "`~";
                case DIGIT0 -> "0)";
                case DIGIT1 -> "1!";
                case DIGIT2 -> "2@";
                case DIGIT3 -> "3#";
                case DIGIT4 -> "4$";
                case DIGIT5 -> "5%";
                case DIGIT6 -> "6^";
                case DIGIT7 -> "7&";
                case DIGIT8 -> "8*";
                case DIGIT9 -> "9(";
                default -> key.isLetterKey() ? key.getName().toLowerCase(Locale.ROOT) + key.getName() : "";
            };
        }
    }
}
