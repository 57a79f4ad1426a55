/// Usher as a process: HTTP in front of the engine, and the only place where parts are wired
/// together.
///
/// Adapters only. Whatever must be right when things fail belongs to `usher.engine`; whatever is a
/// rule of selling belongs to `usher.domain`.
@NullMarked
package usher.server;

import org.jspecify.annotations.NullMarked;
