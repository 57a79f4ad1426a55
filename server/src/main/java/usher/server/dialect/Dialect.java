package usher.server.dialect;

import usher.server.http.Face;

/// The API of one document: which addresses are its own, and how it shows what went wrong there.
public interface Dialect extends Face {

    /// Whether `path`, of a request, is one of its addresses or could have been.
    boolean owns(String path);
}
