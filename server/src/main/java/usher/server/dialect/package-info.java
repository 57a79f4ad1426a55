/// The APIs of the documents that Usher comes from, so that clients written for them keep working.
///
/// Each dialect is one file of routes onto the same commands and one that shows its errors.
@NullMarked
package usher.server.dialect;

import org.jspecify.annotations.NullMarked;
