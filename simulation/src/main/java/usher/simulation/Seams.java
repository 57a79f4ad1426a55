package usher.simulation;

import usher.engine.Ask;
import usher.engine.PaymentGateway;
import usher.engine.relay.Destination;
import usher.ledger.Ledger;

/// Where a test may break a promise on purpose, to see whether the [Judge] notices. In an honest
/// run nothing is changed here.
interface Seams {

    Seams NONE = new Seams() {};

    /// The ledger that a process gets, instead of `honest`.
    default Ledger ledger(Ledger honest, VirtualTime time) {
        return honest;
    }

    /// The gateway that a process gets, instead of `honest`.
    default PaymentGateway gateway(PaymentGateway honest) {
        return honest;
    }

    /// The way to the subscriber that a process gets, instead of `honest`.
    default Destination destination(Destination honest) {
        return honest;
    }

    /// What the engine is asked, instead of `honest`.
    default Ask ask(Ask honest) {
        return honest;
    }
}
