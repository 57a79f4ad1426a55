/// The APIs of the documents that Usher comes from, so that clients written for them keep working.
///
/// Each dialect is routes onto the same commands, the shapes that they answer with, and a face that
/// shows its errors. `docs/dialects.md` is their guide.
@NullMarked
package usher.server.dialect;

import org.jspecify.annotations.NullMarked;
