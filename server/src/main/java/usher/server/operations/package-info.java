/// What operators see of a node: health and numbers.
@NullMarked
package usher.server.operations;

import org.jspecify.annotations.NullMarked;
