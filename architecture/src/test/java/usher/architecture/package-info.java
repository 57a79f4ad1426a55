/// Tests of the house itself, for what no compiler sees: arrows, purity, documents, the script.
///
/// [ArrowsTest] reads the class files of all modules; [DomainPurityTest] looks for clocks, threads
/// and
/// I/O in the domain; [DocumentsTest] follows the links.
@NullMarked
package usher.architecture;

import org.jspecify.annotations.NullMarked;
