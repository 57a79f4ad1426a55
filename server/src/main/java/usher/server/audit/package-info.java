/// The audit of an event: every fact of its history, in order, with who, when and in which request.
///
/// It is read from the ledger, page by page and off the event loop, and shows what is kept there:
/// no fact can be forgotten here. Read [AuditReader] first.
@NullMarked
package usher.server.audit;

import org.jspecify.annotations.NullMarked;
