/// The packaged server as a process of its own, for what can only be seen from outside.
@NullMarked
package usher.server.process;

import org.jspecify.annotations.NullMarked;
