/// The API under `/v1`: requests become commands, results become JSON or problems.
///
/// Resources are short and decide nothing. [usher.server.http.Exchange] carries one command to the
/// engine and its result back to the event loop; read it first.
@NullMarked
package usher.server.http;

import org.jspecify.annotations.NullMarked;
