/// SQLite for the project: connections, transactions, the tables and their migrations.
@NullMarked
package fettle.project.sqlite;

import org.jspecify.annotations.NullMarked;
