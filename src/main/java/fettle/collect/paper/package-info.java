/// Files that were made to be printed or read as books: PDF, DOCX, EPUB.
@NullMarked
package fettle.collect.paper;

import org.jspecify.annotations.NullMarked;
