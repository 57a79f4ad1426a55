/// Who is calling, what nobody else may know, and the keys that are made of it.
@NullMarked
package usher.server.security;

import org.jspecify.annotations.NullMarked;
