/// `./usher demo`: a server of its own with a dozen events, and a crowd that wants in.
///
/// What happens a second is the server's own count, from `/metrics`; how long it takes is what the
/// visitors see. Begin with [usher.bench.demo.Visitor].
@NullMarked
package usher.bench.demo;

import org.jspecify.annotations.NullMarked;
