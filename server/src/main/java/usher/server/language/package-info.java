/// What Usher says to people, in their languages: on tickets and in mails.
///
/// Problems and logs are for programmers and operators, and English. To add a language: a file of
/// words beside the others, and a line in [usher.server.language.Language].
@NullMarked
package usher.server.language;

import org.jspecify.annotations.NullMarked;
