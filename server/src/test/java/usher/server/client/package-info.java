/// Visitors of the API, for tests. Whatever one of them gets is held against the OpenAPI document.
///
/// Read [Visitor] first.
@NullMarked
package usher.server.client;

import org.jspecify.annotations.NullMarked;
