/// Who is calling.
@NullMarked
package usher.server.security;

import org.jspecify.annotations.NullMarked;
