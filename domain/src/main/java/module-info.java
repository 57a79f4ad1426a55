/// The rules of selling seats. Plain `java.base`: no clock, no I/O, no threads, no randomness.
module usher.domain {
    requires static transitive org.jspecify;

    exports usher.domain;
    exports usher.domain.access;
    exports usher.domain.analytics;
    exports usher.domain.blocking;
    exports usher.domain.catalog;
    exports usher.domain.choosing;
    exports usher.domain.event;
    exports usher.domain.holding;
    exports usher.domain.plan;
    exports usher.domain.seating;
    exports usher.domain.selling;
    exports usher.domain.venue;
}
