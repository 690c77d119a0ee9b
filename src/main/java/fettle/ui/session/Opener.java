package fettle.ui.session;

import java.io.IOException;

/// Opens things outside of this window.
@FunctionalInterface
public interface Opener {

    /// Opens a page of the web in the browser, or a file or folder with what the desktop has for it. Only an address that
    /// begins with http:// or https://, or an absolute path, is opened. Does not wait until it shows.
    void open(String place) throws IOException;
}
