package usher.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The whole numbers that a setting may have.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Range {

    int min();

    int max();
}
