package usher.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import usher.ledger.FactCodec;
import usher.server.rabbitmq.Broker;
import usher.server.rabbitmq.BrokerUrl;
import usher.server.rabbitmq.Publishing;

/// The RabbitMQ that an operator has set; nothing, if he has not.
final class RabbitSettings {

    private RabbitSettings() {}

    /// @throws WrongSetting if its URL is none
    static Optional<Broker> broker(Settings settings) {
        try {
            return settings.rabbitmq().map(BrokerUrl::read);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(String.valueOf(wrong.getMessage()));
        }
    }

    /// What is published there.
    ///
    /// @throws WrongSetting if that cannot be
    static Publishing publishing(Settings settings) {
        try {
            return new Publishing(
                    settings.rabbitmqExchange(),
                    settings.rabbitmqFacts()
                            .map(RabbitSettings::facts)
                            .orElseGet(() -> Set.copyOf(FactCodec.names())),
                    settings.rabbitmqUnrouted() == Settings.Unrouted.KEEP);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(String.valueOf(wrong.getMessage()));
        }
    }

    private static Set<String> facts(String names) {
        List<String> known = FactCodec.names();
        Set<String> facts = new TreeSet<>();
        for (String name : Arrays.asList(names.split(",", -1))) {
            if (!known.contains(name.strip())) {
                throw new WrongSetting(
                        "USHER_RABBITMQ_FACTS must name facts, such as %s, and not %s"
                                .formatted(String.join(",", known), name.strip()));
            }
            facts.add(name.strip());
        }
        return facts;
    }
}
