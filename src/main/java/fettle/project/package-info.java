/// The folder on disk: SQLite store, history, releases, registry, settings.
@NullMarked
package fettle.project;

import org.jspecify.annotations.NullMarked;
