/// The examples of a project: rows in its database, their columns in memory, their history.
@NullMarked
package fettle.project.example;

import org.jspecify.annotations.NullMarked;
