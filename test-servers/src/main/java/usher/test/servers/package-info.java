/// Real servers for the tests of any module: the one that an environment variable names, or one
/// that is started from binaries in Maven artifacts.
///
/// It is a module, and not a jar of some module's tests, because `./usher start` builds without
/// tests and must find all that the build asks for. It knows nothing of Usher. Read first:
/// [usher.test.servers.TestPostgres] and [usher.test.servers.TestRedis].
@NullMarked
package usher.test.servers;

import org.jspecify.annotations.NullMarked;
