/// What a person hands on: releases, tunings and evaluations as plain files beside the database.
@NullMarked
package fettle.project.folder;

import org.jspecify.annotations.NullMarked;
