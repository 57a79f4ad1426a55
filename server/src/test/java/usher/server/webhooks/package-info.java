/// Tests of webhooks, with web servers that behave well and badly.
@NullMarked
package usher.server.webhooks;

import org.jspecify.annotations.NullMarked;
