package usher.domain.plan;

/// A price category of an event.
///
/// @param name 1 to 100 characters
public record Tier(String name, Money price) {

    public Tier {
        Section.requireName("tier", name);
    }
}
