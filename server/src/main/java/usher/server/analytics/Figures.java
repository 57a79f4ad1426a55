package usher.server.analytics;

import usher.domain.analytics.Analytics;
import usher.domain.event.EventDefinition;

/// The figures of `event` as of entry `version` of its stream.
record Figures(EventDefinition event, Analytics analytics, long version) {}
