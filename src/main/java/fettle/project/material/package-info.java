/// Sources, documents, chunks and the answers of models in the project's database.
@NullMarked
package fettle.project.material;

import org.jspecify.annotations.NullMarked;
